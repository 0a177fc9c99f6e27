package io.spellmesh.runner.count;

import io.micrometer.core.instrument.Counter;
import io.spellmesh.kit.metrics.Metrics;
import java.util.function.Supplier;

/** Whether this process may still take its runs for its own. */
public final class LeaseCount {
  private final Metrics metrics;
  private final Counter renewals;
  private final Counter lost;
  private final Counter interrupted;

  public LeaseCount(Metrics metrics) {
    this.metrics = metrics;
    renewals = metrics.counter("spellmesh.lease.renewals", "Times the lease was renewed");
    lost = metrics.counter("spellmesh.lease.lost", "Times the lease ran out and runs were given up");
    interrupted = metrics.counter("spellmesh.runs.interrupted", "Runs of ended processes marked here");
  }

  /** @param seconds since the lease was last asked for with success */
  public void age(Supplier<Number> seconds) {
    metrics.gauge("spellmesh.lease.age.seconds", "Time since the lease was renewed", seconds);
  }

  public void renewed() {
    renewals.increment();
  }

  public void lost() {
    lost.increment();
  }

  public void interrupted(int runs) {
    interrupted.increment(runs);
  }
}
