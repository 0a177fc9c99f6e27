/** Completions and embeddings, whoever makes them. */
package io.spellmesh.contract.completion;
