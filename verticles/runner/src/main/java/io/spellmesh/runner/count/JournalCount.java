package io.spellmesh.runner.count;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.spellmesh.kit.metrics.Metrics;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Batches of the journal, and the groups that wait for theirs. */
public final class JournalCount {
  private final Metrics metrics;
  private final Counter groups;
  private final Timer batches;

  public JournalCount(Metrics metrics) {
    this.metrics = metrics;
    groups = metrics.counter("spellmesh.journal.groups", "Groups of events sent to the database");
    batches = metrics.timer("spellmesh.journal.batches", "From sending a batch to hearing that it is durable");
  }

  public void waiting(Supplier<Number> size) {
    metrics.gauge("spellmesh.journal.waiting", "Groups of events that wait for a batch", size);
  }

  /** Passes the batch on. */
  public <T> Future<T> batch(int size, Future<T> written) {
    long began = System.nanoTime();
    groups.increment(size);
    return written.onComplete(_ -> batches.record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
  }
}
