package io.spellmesh.nodes.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
  @Test
  void firesTrueAndGivesTheValueThatIsRead() {
    Trial trial = Trial.of(new JsonSchema()).set("schema", "{\"required\":[\"a\"]}")
        .value("input", TextNode.valueOf("{\"a\":1}"));

    assertEquals("{'output':{'a':1},'errors':[]}", trial.outputsOfRun());
    assertEquals(Optional.of(List.of("true")), trial.run().fired());
  }

  @Test
  void firesFalseAndSaysWhy() {
    Trial wrong = Trial.of(new JsonSchema()).given("schema", "{'required':['a']}").given("input", "{}");
    Trial noJson = Trial.of(new JsonSchema()).given("schema", "true").given("input", "'I am sorry'");

    assertEquals(Trial.json("[\"the value has no field 'a'\"]".replace("'a'", "\\u0027a\\u0027")),
        wrong.run().outputs().get("errors"));
    assertEquals(Optional.of(List.of("false")), wrong.run().fired());
    assertEquals(Optional.of(List.of("false")), noJson.run().fired());
    assertTrue(noJson.run().outputs().get("errors").get(0).asText().startsWith("got text that is not JSON"));
  }

  @Test
  void refusesASchemaThatIsNone() {
    assertTrue(Trial.of(new JsonSchema()).set("schema", "a: b").given("input", "{}").failure()
        .startsWith("got text that is not JSON"));
  }
}
