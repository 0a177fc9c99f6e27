package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class TrimTest {
  @Test
  void takesWhiteSpaceOffTheEndsOnly() {
    assertEquals(TextNode.valueOf("a  b"), Trial.of(new Trim())
        .value("string", TextNode.valueOf("\n\t a  b\u2003\n")).run().outputs().get("output"));
    assertEquals(Result.nothing(), Trial.of(new Trim()).run());
  }
}
