package io.spellmesh.engine.run;

import io.spellmesh.contract.run.RunEvent;

/** Hears what happens in a run, on the run's strand, in order. */
@FunctionalInterface
public interface RunListener {
  void on(RunEvent event);
}
