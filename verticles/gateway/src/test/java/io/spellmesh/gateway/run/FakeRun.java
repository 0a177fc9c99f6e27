package io.spellmesh.gateway.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A run whose journal a test writes. */
final class FakeRun {
  static final UUID RUN = UUID.fromString("33333333-3333-4333-8333-333333333333");
  static final UUID SPELL = UUID.fromString("11111111-1111-4111-8111-111111111111");

  private final List<RunEvent> journal = new CopyOnWriteArrayList<>();
  private volatile RunStatus status = RunStatus.RUNNING;

  /** Answers what is asked of the runner about this run, and of no other. */
  void serve(RunningGateway gateway) {
    gateway.services().answer(Runner.GET, which -> Future.succeededFuture(view(status)));
    gateway.services().answer(Runner.SINCE, since -> Future.succeededFuture(since(since.after())));
  }

  void happened(RunEvent event) {
    status = event instanceof RunEvent.Completed ? RunStatus.COMPLETED : RunStatus.RUNNING;
    journal.add(event);
  }

  /** As the runner does once a group is committed. */
  void tell(RunningGateway gateway, RunEvent event) {
    gateway.vertx().eventBus().publish(Addresses.spellOf(RunningGateway.ALICE, SPELL),
        Wire.body(new RunGroup(RUN, Optional.empty(), 1, List.of(event))));
  }

  static RunEvent started() {
    return new RunEvent.Started(1, Instant.EPOCH, JsonNodeFactory.instance.objectNode());
  }

  static RunEvent log(long seq, String text) {
    return new RunEvent.NodeLog(seq, Instant.EPOCH, "12", "12", "info", text);
  }

  static RunEvent completed(long seq) {
    return new RunEvent.Completed(seq, Instant.EPOCH, Map.of("Output", TextNode.valueOf("x")), 57,
        Optional.empty());
  }

  static RunView view(RunStatus status) {
    boolean ended = status.isFinal();
    return new RunView(RUN, SPELL, 3, status,
        status == RunStatus.COMPLETED
            ? Optional.of(Map.of("Output", TextNode.valueOf("x"))) : Optional.empty(),
        status == RunStatus.FAILED ? Optional.of(new RunError(Optional.of("12"), Optional.of("12"),
            FailureCode.PROVIDER_FAILED, "no answer", Optional.of("prompt"))) : Optional.empty(),
        ended ? Optional.of(57L) : Optional.empty(), 1, 4, Instant.EPOCH,
        ended ? Optional.of(Instant.EPOCH) : Optional.empty());
  }

  private Runner.Events since(long after) {
    List<RunEvent> all = List.copyOf(journal);
    boolean reset = after > all.size();
    List<RunEvent> rest = reset ? List.of() : all.subList((int) after, all.size());
    // Two at a time, so that a reader must ask for more.
    List<RunEvent> part = rest.subList(0, Math.min(2, rest.size()));
    return new Runner.Events(
        part.isEmpty() ? List.of() : List.of(new RunGroup(RUN, Optional.empty(), 1, part)),
        part.size() < rest.size(), new RunHead(RUN, 1, all.size(), status), reset, Optional.empty());
  }
}
