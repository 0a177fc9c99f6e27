package io.spellmesh.nodes.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RandomGateTest {
  @Test
  void firesOneOfItsWaysAndTheSameOneWhenRepeated() {
    Trial trial = Trial.of(new RandomGate()).with("a", SocketType.TRIGGER).with("b", SocketType.TRIGGER)
        .with("value", SocketType.STRING);
    List<String> fired = trial.run().fired().orElseThrow();

    assertEquals(1, fired.size());
    assertTrue(Set.of("a", "b").contains(fired.get(0)), fired.toString());
    assertEquals(fired, trial.run().fired().orElseThrow());
  }

  @Test
  void takesEachWayAboutAsOften() {
    Map<String, Integer> times = new TreeMap<>();
    for (int run = 0; run < 3_000; run++) {
      times.merge(Trial.of(new RandomGate()).keyed("run " + run + "/1").with("a", SocketType.TRIGGER)
          .with("b", SocketType.TRIGGER).with("c", SocketType.TRIGGER).run().fired().orElseThrow().get(0), 1,
          Integer::sum);
    }

    assertEquals(Set.of("a", "b", "c"), times.keySet());
    assertTrue(times.values().stream().allMatch(count -> count > 900 && count < 1_100), times.toString());
  }

  @Test
  void doesNothingWithoutAWay() {
    assertEquals(Result.nothing(), Trial.of(new RandomGate()).run());
  }
}
