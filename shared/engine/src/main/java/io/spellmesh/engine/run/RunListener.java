package io.spellmesh.engine.run;

import io.spellmesh.contract.run.RunEvent;
import java.time.Instant;
import java.util.Optional;

/** Hears what happens in a run, on the run's strand, in order. */
@FunctionalInterface
public interface RunListener {
  void on(RunEvent event);

  /**
   * The run has stopped until a person answers or a time comes. Nothing follows here; it goes on as another run with
   * {@link RunSettings#after}.
   *
   * @param until when the first of the times comes that it waits for, if it waits for any
   * @param ms    how long it took so far
   */
  default void parked(Optional<Instant> until, long ms) {
    // For those who only hear what happens.
  }
}
