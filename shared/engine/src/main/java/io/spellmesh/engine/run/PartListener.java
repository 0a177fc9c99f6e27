package io.spellmesh.engine.run;

/** Hears the pieces of outputs that are still being made, on the run's strand, between the events. */
@FunctionalInterface
public interface PartListener {
  PartListener NOBODY = piece -> { };

  /**
   * A piece of one attempt's output. It comes after the attempt's {@code node.started} and before whatever
   * ends the attempt.
   *
   * @param attempt from 1
   * @param socket  key of the output
   * @param text    to be put behind the pieces before it; not empty
   */
  record Piece(String node, String step, int attempt, String socket, String text) {}

  void on(Piece piece);
}
