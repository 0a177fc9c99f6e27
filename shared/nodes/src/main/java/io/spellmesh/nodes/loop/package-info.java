/** Loops: they say what to go through, the engine opens a scope for each. */
package io.spellmesh.nodes.loop;
