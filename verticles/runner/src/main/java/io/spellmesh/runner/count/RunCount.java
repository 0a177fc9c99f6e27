package io.spellmesh.runner.count;

import io.micrometer.core.instrument.Counter;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.kit.metrics.Metrics;
import java.util.List;

/** Runs and their steps, as far as they are durable. */
public final class RunCount {
  private static final String ENDED = "spellmesh.runs.ended";
  private static final String STEPS = "spellmesh.steps.ended";

  private final Counter started;
  private final Counter completed;
  private final Counter failed;
  private final Counter cancelled;
  private final Counter stepsCompleted;
  private final Counter stepsFailed;

  public RunCount(Metrics metrics) {
    started = metrics.counter("spellmesh.runs.started", "Runs begun on this process");
    completed = ended(metrics, RunStatus.COMPLETED);
    failed = ended(metrics, RunStatus.FAILED);
    cancelled = ended(metrics, RunStatus.CANCELLED);
    stepsCompleted = metrics.counter(STEPS, "Steps of runs that are over", "outcome", "completed");
    stepsFailed = metrics.counter(STEPS, "Steps of runs that are over", "outcome", "failed");
  }

  private static Counter ended(Metrics metrics, RunStatus status) {
    return metrics.counter(ENDED, "Runs whose final event is durable", "status", status.text());
  }

  public void committed(List<RunEvent> events) {
    events.forEach(this::committed);
  }

  private void committed(RunEvent event) {
    switch (event) {
      case RunEvent.Started _ -> started.increment();
      case RunEvent.NodeCompleted _ -> stepsCompleted.increment();
      case RunEvent.NodeFailed _ -> stepsFailed.increment();
      case RunEvent.Completed _ -> completed.increment();
      case RunEvent.Failed _ -> failed.increment();
      case RunEvent.Cancelled _ -> cancelled.increment();
      case RunEvent.NodeStarted _, RunEvent.NodeWaiting _, RunEvent.NodeAnswered _, RunEvent.NodeLog _,
          RunEvent.Interrupted _,
          RunEvent.Resumed _ -> { }
    }
  }
}
