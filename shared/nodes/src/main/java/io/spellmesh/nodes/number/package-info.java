/** Reckoning with numbers and comparing them. */
package io.spellmesh.nodes.number;
