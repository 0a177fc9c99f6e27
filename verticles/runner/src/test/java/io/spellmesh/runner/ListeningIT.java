package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.tab.Tabs.OnDisconnect;
import io.spellmesh.kit.operation.StreamHandler;
import io.spellmesh.runner.ListeningNode.Answer;
import io.spellmesh.runner.ListeningNode.Question;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A body that asks a streaming operation: its parts are the step's, and so is its end. */
class ListeningIT {
  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));
  private final Browser anns = Browser.of(member, ann);
  private final UUID spell = shelf.put(ann, "listening", Graphs.through("Listening", "{}", "string", "output"));
  private final Screen screen = Screen.of(member, ann, spell);
  private final Promise<Void> stopped = Promise.promise();
  private final Promise<Void> asked = Promise.promise();

  ListeningIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
    anns.open("t1", spell);
  }

  @Test
  void partsOfTheAnswerAreShownWithTheStepAndTheWholeIsItsOutput() {
    serving((caller, question, pieces, _) -> {
      assertEquals(ann, caller.user());
      for (String piece : new String[] {"You ", "said ", question.text()}) {
        pieces.accept(piece);
      }
      return Future.succeededFuture(new Answer("You said " + question.text() + "!"));
    });

    anns.run("t1", spell, OnDisconnect.CONTINUE);
    RunEvent.Completed last = (RunEvent.Completed) end();

    assertEquals("You said ab!", last.outputs().get("Output").textValue());
    assertEquals("You said ab", screen.parts().stream().map(part -> part.socket() + part.text())
        .map(text -> text.replace("output", "")).collect(Collectors.joining()));
  }

  @Test
  void cancellingTheRunStopsTheService() {
    servingForEver();
    UUID run = anns.run("t1", spell, OnDisconnect.CONTINUE);
    Waiting.await(asked.future());

    anns.ask(Tabs.CANCEL, new Runner.Which(run));

    Waiting.await(stopped.future());
    end();
  }

  @Test
  void closingTheTabOfARunThatShouldEndWithItStopsTheService() {
    servingForEver();
    anns.run("t1", spell, OnDisconnect.CANCEL);
    Waiting.await(asked.future());

    anns.end();

    Waiting.await(stopped.future());
  }

  @Test
  void whatTheServiceFailsWithFailsTheNode() {
    serving((_, _, pieces, _) -> {
      pieces.accept("so far so good");
      return Future.failedFuture(new Failure(FailureCode.PROVIDER_FAILED, "the model has melted"));
    });

    anns.run("t1", spell, OnDisconnect.CONTINUE);
    RunEvent.Failed last = (RunEvent.Failed) end();

    assertEquals(FailureCode.PROVIDER_FAILED, last.error().code());
    assertEquals("Listening 2: the model has melted", last.error().message());
  }

  private void servingForEver() {
    serving((_, _, _, stop) -> {
      stop.onComplete(stopped);
      asked.complete();
      return Future.future(never -> { });
    });
  }

  private void serving(StreamHandler<Question, Answer> handler) {
    Waiting.await(member.member().serving().serveStreaming(ListeningNode.SPEAK, handler));
  }

  private RunEvent end() {
    Waiting.until(() -> screen.events().stream().anyMatch(RunEvent::isFinal));
    return screen.events().getLast();
  }
}
