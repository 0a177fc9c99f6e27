package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Nodes that ask services of the mesh. */
class AskingIT {
  @AutoClose
  private final TestMember member = TestMember.start(Map.of());

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));
  private Optional<Caller> asker = Optional.empty();

  AskingIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private RunView run(String input) {
    UUID spell = shelf.put(ann, "asking", Graphs.through("Asking", "{}", "text", "output"));
    UUID run = Waiting.await(member.ask(ann, Runner.START, new Runner.Start(Optional.empty(), spell,
        Wire.read("{\"Input\":" + Wire.text(input) + "}", ObjectNode.class), Optional.empty(), Optional.empty())))
        .run();
    return Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
  }

  @Test
  void asksForItsUserAsTheRunAndNotAsThePerson() {
    Waiting.await(member.member().serving().serve(AskingNode.ORACLE, (caller, said) -> {
      asker = Optional.of(caller);
      return Future.succeededFuture(new AskingNode.Said("you said " + said.text()));
    }));

    RunView view = run("so");

    assertEquals("you said so", view.outputs().orElseThrow().get("Output").asText());
    assertEquals(ann, asker.orElseThrow().user());
    assertEquals(view.id(), asker.orElseThrow().session());
    Failure refused = assertThrows(Failure.class, () -> member.member().callers()
        .verify(Optional.of("Bearer " + asker.orElseThrow().token())));
    assertEquals(FailureCode.UNAUTHENTICATED, refused.code());
  }

  @Test
  void failsWithWhatTheServiceSays() {
    Waiting.await(member.member().serving().serve(AskingNode.ORACLE, (caller, said) ->
        Future.failedFuture(new Failure(FailureCode.PROVIDER_FAILED, "the oracle sleeps"))));

    RunView view = run("so");

    assertEquals(RunStatus.FAILED, view.status());
    assertEquals(FailureCode.PROVIDER_FAILED, view.error().orElseThrow().code());
    assertEquals("Asking 2: the oracle sleeps", view.error().orElseThrow().message());
  }

  @Test
  void saysThatNobodyAnswers() {
    RunView view = run("so");

    assertEquals(RunStatus.FAILED, view.status());
    assertEquals(FailureCode.UNAVAILABLE, view.error().orElseThrow().code());
  }
}
