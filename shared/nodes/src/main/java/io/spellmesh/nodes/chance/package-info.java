/** What is left to chance. The same step gives the same when it is repeated, after a crash or in a replay. */
package io.spellmesh.nodes.chance;
