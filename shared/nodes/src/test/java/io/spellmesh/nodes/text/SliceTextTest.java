package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTextTest {
  @ParameterizedTest
  @CsvSource({"0,2,a🧙", "1,3,🧙b", "-2,100,bc", "-100,1,a", "2,1,''", "0,-1,a🧙b"})
  void countsCharactersFromEitherEnd(int from, int to, String expected) {
    assertEquals(TextNode.valueOf(expected), Trial.of(new SliceText()).set("start", "" + from)
        .given("end", "" + to).given("input", "'a🧙bc'").run().outputs().get("output"));
  }
}
