package io.spellmesh.nodes.source;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.engine.run.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
  /** Goes by itself in no time. */
  private static final class Clock implements Sources.Clockwork {
    private final List<Duration> periods = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Runnable every(Duration period, Runnable task) {
      periods.add(period);
      tasks.add(() -> {
        now = now.plus(period);
        task.run();
      });
      return () -> {};
    }
  }

  private final Clock clock = new Clock();

  private String play(String seconds, int ticks) {
    ObjectNode graph = (ObjectNode) json("{'id':'demo@0.1.0','nodes':{'1':{'id':1,'name':'Interval','data':{'seconds':"
        + seconds + "},'inputs':{},'outputs':{},'position':[0,0]}}}");
    List<Emitted> items = new ArrayList<>();
    Sources.play(new PlanCompiler(NodeCatalog.of(List.of(new Interval()))).compile(graph).orRefuse(), clock, items::add);
    for (int i = 0; i < ticks; i++) {
      clock.tasks.getFirst().run();
    }
    return items.stream().map(Emitted::item).toList().toString();
  }

  @Test
  void countsItsTicks() {
    assertEquals("[{\"count\":1,\"at\":\"2026-11-22T10:00:02.500Z\"}, {\"count\":2,\"at\":\"2026-11-22T10:00:05Z\"}]",
        play("'2.5'", 2));
    assertEquals(List.of(Duration.ofMillis(2500)), clock.periods);
  }

  @Test
  void refusesToTickFasterThanOnceASecond() {
    Failure refused = assertThrows(Failure.class, () -> play("0.5", 0));

    assertTrue(refused.getMessage().endsWith("must be from 1 to 86400"), refused.getMessage());
  }
}
