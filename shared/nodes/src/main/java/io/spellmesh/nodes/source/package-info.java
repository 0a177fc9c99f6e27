/** Nodes that begin runs of their own accord while their spell is played. */
package io.spellmesh.nodes.source;
