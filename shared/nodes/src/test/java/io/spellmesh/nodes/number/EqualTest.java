package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualTest {
  @ParameterizedTest
  @CsvSource({"1,false", "2,true", "2.0,true", "3,false"})
  void firesTrueForTheSameNumber(String number, String expected) {
    assertEquals(Result.fire(Output.trigger(expected)),
        Trial.of(new Equal()).set("value", "2").given("input", number).run());
  }
}
