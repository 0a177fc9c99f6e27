package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.RandomSpell;
import io.spellmesh.engine.lab.Sample;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cancel at any moment ends the run once, and leaves nothing behind. */
class CancelTest {
  private static final NodeType FOREVER =
      new Sample(NodeSpec.of("forever", "Forever").out(Samples.ERROR).waits()
      .build(), run -> {
        run.log("info", "begins");
        return run.await(new CompletableFuture<Result>());
      });

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("spellmesh.cases", 25));
  }

  /** Forks that wait, forks that retry, bodies that wait for a commit, and much else. */
  private static Program program(long seed) {
    RandomSpell spell = new RandomSpell(seed, 40);
    Drawing drawing = spell.drawing();
    String forever = drawing.add("Forever");
    String retrying = drawing.add("Fail");
    drawing.data(retrying).put("retries", 5).put("backoff", 10);
    drawing.then("1", forever, retrying);
    return spell.program(Samples.with(FOREVER));
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void endsOnceAfterAnyStepOfTheHost(long seed) {
    Program program = program(seed);
    boolean isOver = false;
    for (int moment = 0; !isOver && moment < 60; moment++) {
      SeededHost host = new SeededHost(seed);
      Heard heard = new Heard();
      Run run = new Run("run", program, inputs(), SchedulesTest.SETTINGS, host, heard);
      host.post(run::start);
      for (int i = 0; i < moment * 3; i++) {
        host.step();
      }
      isOver = run.isOver();
      run.cancel("enough");
      host.settle();

      assertEquals(0, host.left(), "after " + moment);
      if (!isOver && moment > 0) {
        assertInstanceOf(RunEvent.Cancelled.class, heard.inOrder().last());
      }
      assertEquals(1, heard.events().stream().filter(RunEvent::isFinal).count());
      assertEquals(List.of(), host.reported());
    }
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void endsOnceWhenTheListenerItselfCancelsAtAnyEvent(long seed) {
    Program program = program(seed);
    for (int at = 1; at < 60; at++) {
      SeededHost host = new SeededHost(seed);
      Heard heard = new Heard();
      Run[] run = new Run[1];
      int last = at;
      run[0] = new Run("run", program, inputs(), SchedulesTest.SETTINGS, host, event -> {
        heard.on(event);
        if (event.seq() == last) {
          run[0].cancel("enough");
        }
      });
      host.post(run[0]::start);
      host.settle();
      if (!run[0].isOver()) {
        run[0].cancel("there are not so many events");
        host.settle();
      }

      assertEquals(0, host.left(), "at event " + at);
      assertTrue(heard.inOrder().last() instanceof RunEvent.Cancelled || heard.events().size() <= at);
    }
  }

  @Test
  void tellsNothingAfterTheCancelOfARunThatHasNotStarted() {
    SeededHost host = new SeededHost(0);
    Heard heard = new Heard();
    Run run = new Run("run", program(0), inputs(), RunSettings.USUAL, host, heard);

    run.cancel("never mind");
    run.start();
    host.run();

    assertEquals(1, heard.events().size());
    assertEquals("never mind", ((RunEvent.Cancelled) heard.last()).reason());
  }

  private static ObjectNode inputs() {
    return Stage.json("{\"in0\": 1}");
  }
}
