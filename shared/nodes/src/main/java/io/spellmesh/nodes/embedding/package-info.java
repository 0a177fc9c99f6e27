/** Reckoning with embeddings: lists of numbers that stand for what texts mean. */
package io.spellmesh.nodes.embedding;
