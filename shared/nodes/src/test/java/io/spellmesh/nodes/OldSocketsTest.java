package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.spell.StoredNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every socket that a node ever had is one of the type it is today: what was wired to it stays wired. */
class OldSocketsTest {
  private static final NodeCatalog CATALOG = NodeCatalog.installed();

  private record Socket(String key, boolean isTrigger) {}

  record OldNode(String when, String name, List<Socket> inputs, List<Socket> outputs) {
    @Override
    public String toString() {
      return name + " of " + when;
    }
  }

  static Stream<OldNode> oldNodes() throws IOException {
    try (InputStream file = OldSocketsTest.class.getResourceAsStream("/old-nodes.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#")).map(OldSocketsTest::read);
    }
  }

  @ParameterizedTest
  @MethodSource("oldNodes")
  void hasAPlaceForEverySocket(OldNode old) {
    NodeCatalog.Known known = CATALOG.find(saved(old)).orElseThrow(() -> new AssertionError("no such node type"));
    NodeSpec spec = known.spec();
    Map<String, Boolean> inputs = spec.inputs().stream()
        .collect(Collectors.toMap(Input::key, Input::isTrigger));
    Map<String, Boolean> outputs = spec.outputs().stream()
        .collect(Collectors.toMap(Output::key, Output::isTrigger));

    assertEquals(List.of(), missing(old.inputs(), known.alias().inputs(), inputs), "inputs, of " + inputs);
    assertEquals(List.of(), missing(old.outputs(), known.alias().outputs(), outputs), "outputs, of " + outputs);
  }

  private static List<Socket> missing(List<Socket> old, Map<String, String> renamed, Map<String, Boolean> today) {
    return old.stream()
        .filter(socket -> !Boolean.valueOf(socket.isTrigger())
            .equals(today.get(renamed.getOrDefault(socket.key(), socket.key()))))
        .toList();
  }

  private static StoredNode saved(OldNode old) {
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    saved.put("id", 1).put("name", old.name()).putObject("data");
    old.inputs().forEach(socket -> wired(saved.withObjectProperty("inputs"), socket, "output"));
    old.outputs().forEach(socket -> wired(saved.withObjectProperty("outputs"), socket, "input"));
    return new StoredNode("1", old.name(), JsonNodeFactory.instance.objectNode(), 0, saved, Map.of(), Map.of(),
        List.of(), List.of());
  }

  private static void wired(ObjectNode sockets, Socket socket, String otherSide) {
    sockets.putObject(socket.key()).putArray("connections").addObject().put("node", 2).put(otherSide, "x");
  }

  private static OldNode read(String line) {
    String[] cells = line.split(" ?\\| ?", -1);
    return new OldNode(cells[0], cells[1], sockets(cells[2]), sockets(cells[3]));
  }

  private static List<Socket> sockets(String cell) {
    return Arrays.stream(cell.split(", ")).filter(Predicate.not(String::isBlank))
        .map(key -> key.endsWith("!") ? new Socket(key.substring(0, key.length() - 1), true)
            : new Socket(key, false)).toList();
  }
}
