package io.spellmesh.mesh;

/** A room that a process may serve; in the order in which they start. */
enum Role {
  USER, SPELL, COMPLETION, EVENT, DOCUMENT, AGENT, HUGGINGFACE, RUNNER, GATEWAY
}
