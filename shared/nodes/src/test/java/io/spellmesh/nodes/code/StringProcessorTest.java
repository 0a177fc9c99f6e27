package io.spellmesh.nodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class StringProcessorTest {

  private static Trial processor() {
    return Trial.of(new StringProcessor()).set("code", "(x) => x").in(new Asked(ask -> JsonNodeFactory.instance
        .objectNode().put("source", ask.source()).set("given", JsonNodeFactory.instance.arrayNode()
            .addAll(ask.arguments()))));
  }

  @Test
  void callsTheFunctionWithTheText() {
    assertEquals("{'source':'(x) => x','given':['a text']}", processor().given("input", "'a text'").outputsOfRun());
    assertEquals("{'source':'(x) => x','given':['7']}", processor().given("input", "7").outputsOfRun());
  }

  @Test
  void callsItWithAnEmptyTextIfThereIsNone() {
    assertEquals("{'source':'(x) => x','given':['']}", processor().outputsOfRun());
  }
}
