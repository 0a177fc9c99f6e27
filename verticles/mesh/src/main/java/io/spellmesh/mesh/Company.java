package io.spellmesh.mesh;

/** Whose cluster a process belongs to. */
sealed interface Company {
  /** Its own, or the one the configuration names. */
  record Configured() implements Company {}

  /** That of the process on this machine which started last. */
  record Newest() implements Company {}

  /** That of one process on this machine. */
  record Named(String id) implements Company {}
}
