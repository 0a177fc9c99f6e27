/** Nodes that call a spell which a value names while the run is under way. */
package io.spellmesh.nodes.spell;
