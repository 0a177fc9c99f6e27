package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeCaseTest {
  @ParameterizedTest
  @CsvSource({"upper,DON'T SAY ÄH! NO.", "lower,don't say äh! no.", "sentence,Don't say äh! no.",
      "title,Don't Say Äh! No."})
  void writesTheTextAsIsWanted(String wanted, String expected) {
    assertEquals(TextNode.valueOf(expected), Trial.of(new ChangeCase()).set("case", wanted)
        .value("input", TextNode.valueOf("don't SAY äh! no.")).run().outputs().get("output"));
  }
}
