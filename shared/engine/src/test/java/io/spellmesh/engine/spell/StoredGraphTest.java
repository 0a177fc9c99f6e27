package io.spellmesh.engine.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredGraphTest {
  @Test
  void seesNodesSocketsAndConnectionsInStoredOrder() {
    ObjectNode saved = json("""
        {"id": "demo@0.1.0", "nodes": {
          "20": {"id": 20, "name": "Output", "data": {"name": "answer"}, "position": [3, -7.5], "extra": 1,
            "inputs": {"z": {"connections": [{"node": 3, "output": "b", "data": {}},
                                             {"node": "3", "output": "a"}, {"node": 4.0, "output": "a"}]},
                       "a": {"connections": []}, "m": {"connections": null}, "n": {}, "o": null}},
          "3": {"id": 3, "name": "Input", "outputs": {"b": {"connections": [{"node": 20, "input": "z"}]}}}}}
        """);

    StoredGraph graph = StoredGraph.of(saved);

    assertEquals(List.of(), graph.mistakes());
    assertEquals(List.of("20", "3"), graph.nodes().stream().map(StoredNode::id).toList());
    StoredNode output = graph.nodes().getFirst();
    assertEquals("Output", output.name());
    assertEquals("answer", output.data().path("name").asText());
    assertEquals(-7.5, output.y());
    assertSame(saved.at("/nodes/20"), output.saved());
    assertEquals(List.of("z", "a", "m", "n", "o"), List.copyOf(output.inputs().keySet()));
    assertEquals(List.of(new StoredEnd("3", "b"), new StoredEnd("3", "a"), new StoredEnd("4", "a")),
        output.inputs().get("z"));
    assertEquals(List.of(), output.inputs().get("o"));
    StoredNode input = graph.nodes().get(1);
    assertEquals(List.of(new StoredEnd("20", "z")), input.outputs().get("b"));
    assertTrue(input.data().isEmpty() && input.inputs().isEmpty());
    assertEquals(0, input.y());
  }

  @Test
  void seesAddedSocketsByKeyAndByName() {
    StoredNode node = StoredGraph.of(json("""
        {"nodes": {"1": {"name": "Spell", "data": {
          "inputs": [
            {"name": "question", "socketKey": "5d1f", "socketType": "stringSocket", "taskType": "output"},
            {"name": "go", "taskType": "option"}, {"socketKey": "k", "name": "", "taskType": null}],
          "outputs": [{"name": "done", "socketType": "triggerSocket", "taskType": "output"}]}}}}
        """)).nodes().getFirst();

    assertEquals(List.of(
        new StoredSocket("5d1f", "question", Optional.of("stringSocket"), Optional.of("output")),
        new StoredSocket("go", "go", Optional.empty(), Optional.of("option")),
        new StoredSocket("k", "k", Optional.empty(), Optional.empty())), node.addedInputs());
    assertEquals(List.of(false, true, false),
        node.addedInputs().stream().map(StoredSocket::isTrigger).toList());
    assertTrue(node.addedOutputs().getFirst().isTrigger());
  }

  @Test
  void saysOfEveryPartItCannotReadWhichAndWhyAndKeepsTheRest() {
    StoredGraph graph = StoredGraph.of(json("""
        {"nodes": {
          "1": 7,
          "2": {"name": 5, "data": [], "inputs": "x", "outputs": {"o": 3, "p": {"connections": {"a": 1}}}},
          "3": {"name": "Echo", "position": "up", "data": {"inputs": {}, "outputs": [1, {"name": "ok"}]},
            "inputs": {"i": {"connections": [{"node": null, "output": "a"}, {"node": 1.5, "output": "a"},
              {"node": 2, "output": 1}, 4, {"node": 2, "output": "good"}]}}}}}
        """));

    assertEquals(List.of(
        Mistake.at("1", "the node is the number 7, must be an object"),
        Mistake.at("2", "'data' is an empty list, must be an object"),
        Mistake.at("2", "'name' is the number 5, must be the name of a node type"),
        Mistake.at("2", "'inputs' is the text 'x', must be an object"),
        Mistake.at("2", "o", "the socket is the number 3, must be {\"connections\": […]}"),
        Mistake.at("2", "p", "'connections' is an object with 'a', must be a list"),
        Mistake.at("3", "i", "connection 1 is left out: 'node' is the number 1.5, must be the id of a node"),
        Mistake.at("3", "i",
            "connection 2 is left out: 'output' is the number 1, must be the key of a socket"),
        Mistake.at("3", "i", "connection 3 is left out: 'node' is missing, must be the id of a node"),
        Mistake.at("3", "'data.outputs[0]' is the number 1, must have a name or a socketKey")),
        graph.mistakes());
    assertEquals(List.of(
        Mistake.at("3", "i", "connection 0 is left out: 'node' is null, must be the id of a node"),
        Mistake.at("3", "'data.inputs' is an empty object, must be a list of sockets")),
        graph.dead());
    assertEquals(List.of("2", "3"), graph.nodes().stream().map(StoredNode::id).toList());
    assertEquals(List.of(new StoredEnd("2", "good")), graph.nodes().get(1).inputs().get("i"));
    assertEquals("ok", graph.nodes().get(1).addedOutputs().getFirst().key());
  }

  @Test
  void seesNoNodesWhereThereAreNone() {
    assertEquals(new StoredGraph(List.of(), List.of(), List.of()), StoredGraph.of(json("{}")));
    assertEquals(new StoredGraph(List.of(), List.of(), List.of()), StoredGraph.of(json("{\"nodes\":null}")));
    assertEquals(List.of(Mistake.of("'nodes' is true, must be an object of nodes by id")),
        StoredGraph.of(json("{\"nodes\":true}")).mistakes());
  }

  @Test
  void seesNodesThatAreAListByTheirIds() {
    StoredGraph graph = StoredGraph.of(json("""
        {"nodes": [{"id": 7, "name": "A"}, {"id": "7", "name": "B"}]}
        """));

    assertEquals("A", graph.nodes().getFirst().name());
    assertEquals(List.of(Mistake.at("7", "node 1 of the list is left out: an earlier one has its id")),
        graph.mistakes());
  }

  @Test
  void doesNotAnswerAGraphOfMistakesWithAsManyMistakes() {
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    ObjectNode nodes = saved.putObject("nodes");
    for (int i = 0; i < 1500; i++) {
      nodes.put("n" + i, i);
    }

    List<Mistake> mistakes = StoredGraph.of(saved).mistakes();

    assertEquals(1001, mistakes.size());
    assertEquals("and 500 more like these", mistakes.getLast().message());
  }

  @Test
  void seesAHundredThousandNodesInTimeThatGrowsWithThemOnly() {
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    ObjectNode nodes = saved.putObject("nodes");
    int size = 100_000;
    for (int i = 0; i < size; i++) {
      ObjectNode node = nodes.putObject(Integer.toString(i)).put("id", i).put("name", "Echo");
      node.putObject("outputs").putObject("trigger").putArray("connections").addObject()
          .put("node", (i + 1) % size).put("input", "trigger");
      node.putObject("inputs").putObject("trigger").putArray("connections").addObject()
          .put("node", (i + size - 1) % size).put("output", "trigger");
    }

    // Some tens of milliseconds of work; anything quadratic takes minutes.
    StoredGraph graph = assertTimeout(Duration.ofSeconds(10), () -> StoredGraph.of(
        SpellFileReader.read(saved).spells().getFirst().graph()));

    assertEquals(size, graph.nodes().size());
    assertFalse(graph.nodes().stream().anyMatch(node -> node.inputs().get("trigger").size() != 1));
  }

  private static ObjectNode json(String text) {
    return Wire.read(text, ObjectNode.class);
  }
}
