/** What agents are to reach, and how far they have come. */
package io.spellmesh.nodes.task;
