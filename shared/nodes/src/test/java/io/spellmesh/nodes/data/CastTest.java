package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastTest {
  @Test
  void passesEveryKindOfValueOnAsItIs() {
    for (String value : List.of("'a'", "0", "null", "{'a':[1]}")) {
      assertEquals("{'output':" + value + "}", Trial.of(new Cast()).set("socketType", "numberSocket")
          .given("input", value).outputsOfRun());
    }
    assertEquals(Result.nothing(), Trial.of(new Cast()).run());
  }
}
