package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.IntNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SourceRun;
import io.spellmesh.engine.node.SourceType;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesTest {
  /** Emits 0, 1, 2 … at each tick, and at once. */
  private static final class Counter implements SourceType {
    private static final Control.Number FROM = new Control.Number("from", "From", 0, 0, 100);

    @Override
    public NodeSpec spec() {
      return NodeSpec.of("counter", "Counter").out(Samples.TRIGGER, Samples.OUTPUT).control(FROM)
          .role(new Role.Source(Samples.OUTPUT, Samples.TRIGGER)).build();
    }

    @Override
    public Runnable play(SourceRun source) {
      int[] next = {(int) source.control(FROM)};
      if (next[0] == 13) {
        throw new NodeFailure("does not count from 13");
      }
      source.emit(IntNode.valueOf(next[0]++));
      return source.every(Duration.ofSeconds(1), () -> source.emit(IntNode.valueOf(next[0]++)));
    }
  }

  /** Ticks when the test says so. */
  private static final class Ticks implements Sources.Clockwork {
    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Runnable every(Duration period, Runnable task) {
      tasks.add(task);
      return () -> tasks.remove(task);
    }

    void tick() {
      List.copyOf(tasks).forEach(Runnable::run);
    }
  }

  private final NodeCatalog catalog = Samples.with(new Counter());
  private final Drawing drawing = new Drawing();
  private final Ticks ticks = new Ticks();
  private final List<Emitted> items = new ArrayList<>();

  private static Heard run(Plan plan, Optional<Emitted> emitted) {
    return Stage.play(Program.of(plan), Stage.json("{}"), RunSettings.USUAL.with(emitted), new SeededHost(0));
  }

  private static Emitted item(String node, int value) {
    return new Emitted(node, IntNode.valueOf(value));
  }

  @Test
  void emitWhileTheyArePlayedAndInOrder() {
    String low = drawing.add("Counter");
    String high = drawing.add("Counter");
    drawing.data(high).put("from", 50);
    Sources playing = Sources.play(Stage.plan(drawing, catalog), ticks, items::add);

    ticks.tick();
    playing.stop();
    ticks.tick();
    playing.stop();

    assertEquals(List.of(item(low, 0), item(high, 50), item(low, 1), item(high, 51)), items);
    assertEquals(List.of(), ticks.tasks);
  }

  @Test
  void beginARunAtTheirOwnNodeWithTheItem() {
    String other = drawing.add("Counter");
    String source = drawing.add("Counter");
    String input = drawing.add("Input", "unused");
    String output = drawing.add("Output", "out");
    drawing.then(source, output).give(source, output);
    drawing.then(input, drawing.add("Output", "unused"));
    drawing.then(other, drawing.add("Output", "others"));
    Plan plan = Stage.plan(drawing, catalog);

    Heard heard = run(plan, Optional.of(item(source, 7)));

    assertEquals("7", heard.output());
    assertEquals(List.of(source, output), heard.started());
  }

  @Test
  void doNotEmitWhileTheyAreDisabled() {
    String off = drawing.add("Counter");
    drawing.data(off).put("disabled", true);
    assertEquals("the spell has no source nodes that are enabled",
        assertThrows(Failure.class, () -> Sources.play(Stage.plan(drawing, catalog), ticks, items::add)).getMessage());

    String on = drawing.add("Counter");
    Sources.play(Stage.plan(drawing, catalog), ticks, items::add).stop();

    assertEquals(List.of(item(on, 0)), items);
  }

  @Test
  void haveNoItemInARunThatAnotherBegan() {
    String source = drawing.add("Counter");
    String output = drawing.add("Output", "out");
    drawing.give(source, output);
    Plan plan = Stage.plan(drawing, catalog);

    Heard heard = run(plan, Optional.empty());

    assertEquals("Counter " + source + ": has an item only in the runs that it begins while its spell is played",
        heard.error().message());
  }

  @Test
  void areRefusedWithEveryMistakeAndThenNoneIsPlayed() {
    drawing.add("Counter");
    String unlucky = drawing.add("Counter");
    String far = drawing.add("Counter");
    drawing.data(unlucky).put("from", 13);
    drawing.data(far).put("from", 1000);

    Failure refused = assertThrows(Failure.class,
        () -> Sources.play(Stage.plan(drawing, catalog), ticks, items::add));

    assertEquals(FailureCode.UNPROCESSABLE, refused.code());
    assertEquals(List.of(Optional.of(unlucky), Optional.of(far)),
        refused.mistakes().stream().map(mistake -> mistake.node()).toList());
    assertEquals(List.of(), ticks.tasks);
  }

  @Test
  void areMissedByName() {
    drawing.add("Input", "x");
    Plan plan = Stage.plan(drawing, catalog);

    assertEquals("the spell has no source nodes", assertThrows(Failure.class,
        () -> Sources.play(plan, ticks, items::add)).getMessage());
    assertEquals("the spell has no source '9'", assertThrows(Failure.class,
        () -> run(plan, Optional.of(new Emitted("9", IntNode.valueOf(1))))).getMessage());
  }
}
