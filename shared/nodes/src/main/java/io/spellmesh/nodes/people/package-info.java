/** What people do in the middle of a run. */
package io.spellmesh.nodes.people;
