package io.spellmesh.runner.live;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.runner.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the groups of a run are in the journal.
 *
 * @param owner   id of the process that runs it
 * @param fence   under which it does, which is the epoch of what it tells
 * @param started when the run began, which may have been elsewhere
 * @param resumes whether it goes on by itself after a crash
 */
record RunRows(RunOrder order, int version, String owner, int fence, Instant started, boolean resumes) {
  static final int FIRST_FENCE = 1;

  Grouping grouping() {
    return new Grouping(order.run(), order.start().tab(), fence);
  }

  /** The day under which its rows lie. */
  LocalDate day() {
    return LocalDate.ofInstant(started, ZoneOffset.UTC);
  }

  Entry entry(Grouping.Closed closed) {
    Optional<Entry.End> end = switch (closed.last()) {
      case RunEvent.Completed completed -> Optional.of(new Entry.End(completed.at(), completed.ms()));
      case RunEvent.Failed failed -> Optional.of(new Entry.End(failed.at(), failed.ms()));
      case RunEvent.Cancelled cancelled -> Optional.of(new Entry.End(cancelled.at(), cancelled.ms()));
      case RunEvent.Started _, RunEvent.NodeStarted _, RunEvent.NodeWaiting _, RunEvent.NodeAnswered _,
          RunEvent.NodeLog _, RunEvent.NodeCompleted _, RunEvent.NodeFailed _, RunEvent.Interrupted _, RunEvent.Resumed _ ->
          Optional.empty();
    };
    Entry.Group group = new Entry.Group(closed.firstSeq(), closed.last().seq(), closed.message(),
        statusAfter(closed.last()), end);
    if (closed.firstSeq() > 1) {
      return new Entry.Next(order.key(), fence, group);
    }
    return new Entry.First(new Entry.NewRun(order.key(), day(), order.start().spell(),
        version, order.start().idempotencyKey(), order.requestHash(), order.start().tab(), owner, fence,
        started, resumes), group);
  }

  static RunStatus statusAfter(RunEvent event) {
    return switch (event) {
      case RunEvent.Completed _ -> RunStatus.COMPLETED;
      case RunEvent.Failed _ -> RunStatus.FAILED;
      case RunEvent.Cancelled _ -> RunStatus.CANCELLED;
      case RunEvent.Interrupted _ -> RunStatus.INTERRUPTED;
      case RunEvent.Started _, RunEvent.NodeStarted _, RunEvent.NodeWaiting _, RunEvent.NodeAnswered _,
          RunEvent.NodeLog _, RunEvent.NodeCompleted _, RunEvent.NodeFailed _, RunEvent.Resumed _ -> RunStatus.RUNNING;
    };
  }
}
