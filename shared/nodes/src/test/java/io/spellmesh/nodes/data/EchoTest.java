package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EchoTest {
  @Test
  void passesEveryKindOfValueOn() {
    for (String value : List.of("'a'", "0", "null", "{'a':[1]}")) {
      assertEquals("{'output':" + value + "}", Trial.of(new Echo()).given("source", value).outputsOfRun());
    }
  }

  @Test
  void givesNothingForNothingAndStillGoesOn() {
    assertEquals(Result.nothing(), Trial.of(new Echo()).run());
  }

  @Test
  void knowsTheSocketKeyOfBothTimes() {
    var names = new Echo().spec().names().stream().filter(name -> name.name().equals("Echo")).toList();

    assertEquals(1, names.size());
    assertEquals(Map.of("string", "source"), names.get(0).inputs());
  }
}
