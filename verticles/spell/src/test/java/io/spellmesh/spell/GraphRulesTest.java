package io.spellmesh.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphRulesTest {
  private static final GraphRules RULES = new GraphRules(SpellConfig.DEFAULT);

  @ParameterizedTest
  @ValueSource(strings = {
      "{\"nodes\":{}}",
      "{\"z\":1,\"nodes\":{\"2\":{\"id\":2},\"1\":{\"x\":[1.50,1e3,-0.0,12345678901234567890,null,true]}},"
          + "\"a\":{}}",
      "{\"nodes\":{\"Input_1.a:b-c\":{\"data\":\"\\u0000 \\\"é\\\" 🙂 \\u2028\"}}}"})
  void keepsAGraphAsItWas(String json) {
    ObjectNode graph = SpellRoom.graph(json);

    String text = RULES.graphText(graph);

    assertEquals(graph, SpellRoom.graph(text));
    assertEquals(graph.toString(), SpellRoom.graph(text).toString());
    assertFalse(text.contains("\u0000"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{} | the graph has no 'nodes', must be an object like {\"nodes\"",
      "{\"nodes\":[]} | the graph has 'nodes' that are no object",
      "{\"nodes\":null} | the graph has 'nodes' that are no object",
      "{\"nodes\":{\"1\":5}} | node '1' must be an object",
      "{\"nodes\":{\"\":{}}} | node id '' must be",
      "{\"nodes\":{\"<b>\":{}}} | node id '<b>' must be",
      "{\"nodes\":{\"a/b\":{}}} | node id 'a/b' must be",
      "{\"nodes\":{\"a[1]\":{}}} | node id 'a[1]' must be"})
  void saysWhatWouldBeRight(String json, String message) {
    Failure refusal = refusal(SpellRoom.graph(json));

    assertEquals(FailureCode.BAD_REQUEST, refusal.code());
    assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
  }

  @Test
  void listsEveryMistakeUpToAHundred() {
    ObjectNode graph = SpellRoom.graph("{\"nodes\":{}}");
    for (int i = 0; i < 150; i++) {
      graph.withObject("nodes").put("n" + i, i);
    }

    assertEquals(100, refusal(graph).mistakes().size());
  }

  @Test
  void countsNodes() {
    ObjectNode graph = SpellRoom.graph("{\"nodes\":{}}");
    for (int i = 0; i < 20_000; i++) {
      graph.withObject("nodes").putObject("n" + i);
    }

    RULES.graphText(graph);
    graph.withObject("nodes").putObject("one more");

    assertEquals("the graph has 20001 nodes, at most 20000", refusal(graph).getMessage());
  }

  @Test
  void countsBytesAndNotCharacters() {
    GraphRules rules = new GraphRules(new SpellConfig(10, 1024, 1, 1024));
    String twoBytes = "é".repeat(480);
    ObjectNode graph = SpellRoom.graph("{\"nodes\":{\"1\":{\"t\":\"" + twoBytes + "\"}}}");

    rules.graphText(graph);
    graph.put("more", twoBytes);
    Failure refusal = assertThrows(Failure.class, () -> rules.graphText(graph));

    assertTrue(refusal.getMessage().startsWith("the graph has"), refusal.getMessage());
  }

  @Test
  void leavesRoomForWhatIsPutAroundAGraph() {
    String deep = "{\"nodes\":{\"1\":{\"d\":" + "[".repeat(177) + "]".repeat(177) + "}}}";
    String deeper = "{\"nodes\":{\"1\":{\"d\":" + "[".repeat(178) + "]".repeat(178) + "}}}";

    assertEquals(deep, RULES.graphText(SpellRoom.graph(deep)));
    assertTrue(refusal(Wire.read(deeper, ObjectNode.class)).getMessage().contains("at most 180 levels"));
  }

  private static Failure refusal(ObjectNode graph) {
    return assertThrows(Failure.class, () -> RULES.graphText(graph));
  }
}
