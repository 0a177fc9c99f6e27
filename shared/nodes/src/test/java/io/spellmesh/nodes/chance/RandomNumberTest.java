package io.spellmesh.nodes.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.nodes.Trial;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomNumberTest {
  @Test
  void givesWholeNumbersWithBothEnds() {
    Set<Double> numbers = new TreeSet<>();
    for (int run = 0; run < 300; run++) {
      numbers.add(Trial.of(new RandomNumber()).keyed("run " + run + "/1").given("max", "3").run()
          .outputs().get("output").doubleValue());
    }

    assertEquals(Set.of(1.0, 2.0, 3.0), numbers);
  }

  @Test
  void givesTheSameForTheSameSeedInEveryRun() {
    JsonNode first = Trial.of(new RandomNumber()).keyed("run a/1").set("{'seed':'x','whole':false}").run()
        .outputs().get("output");

    assertEquals(first, Trial.of(new RandomNumber()).keyed("run b/7").set("{'whole':false}")
        .given("seed", "'x'").run().outputs().get("output"));
    assertTrue(first.doubleValue() >= 1 && first.doubleValue() < 6, first.toString());
  }

  @Test
  void saysWhatIsWrongWithItsEnds() {
    assertEquals("from is 7 and to is 6, must be the other way round",
        Trial.of(new RandomNumber()).given("min", "7").failure());
    assertEquals("there is no whole number from 1.2 to 1.8",
        Trial.of(new RandomNumber()).given("min", "1.2").given("max", "1.8").failure());
    assertEquals("{'output':4}", Trial.of(new RandomNumber()).set("{'min':4,'max':4,'whole':false}")
        .outputsOfRun());
  }
}
