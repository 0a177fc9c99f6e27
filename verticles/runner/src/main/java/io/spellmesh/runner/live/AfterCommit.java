package io.spellmesh.runner.live;

import io.vertx.core.Context;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a run does once its events are durable. Tasks run on the run's context, in the order in which they came. */
final class AfterCommit {
  private record Awaiting(long seq, Runnable task) {}

  private final Context context;
  private final Queue<Awaiting> awaiting = new ConcurrentLinkedQueue<>();
  /** Written on the journal's context. */
  private volatile long committed;

  /** @param committed number of the last event that is durable; 0 if none is */
  AfterCommit(Context context, long committed) {
    this.context = context;
    this.committed = committed;
  }

  long committed() {
    return committed;
  }

  void committed(long seq) {
    committed = seq;
  }

  boolean isAwaited() {
    return !awaiting.isEmpty();
  }

  /** @param seq number of the event that has to be durable first; those of later tasks are not below it */
  void run(long seq, Runnable task) {
    awaiting.add(new Awaiting(seq, task));
    if (seq <= committed) {
      context.runOnContext(_ -> release());
    }
  }

  /** Lets go what has waited long enough. */
  void release() {
    while (!awaiting.isEmpty() && awaiting.peek().seq <= committed) {
      Awaiting next = awaiting.poll();
      context.runOnContext(_ -> next.task.run());
    }
  }
}
