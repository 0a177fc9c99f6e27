package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.NodeType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spells that anybody ever saved have only nodes that are known by the name they had. */
class OldNamesTest {
  /** Not built yet. */
  private static final List<String> AWAITED = List.of("Respond", "Run Spell", "Skill", "Spell By Name");

  @Test
  void everyNameIsThatOfOneType() throws IOException {
    TreeMap<String, List<String>> wrong = new TreeMap<>();
    List<String> names = names().toList();
    names.stream().filter(name -> !AWAITED.contains(name)).forEach(name -> {
      if (types(name).size() != 1) {
        wrong.put(name, types(name));
      }
    });

    assertEquals(new TreeMap<>(), wrong);
    assertTrue(names.size() > 170, "there are " + names.size() + " names");
  }

  @Test
  void whatIsAwaitedHasNotComeYet() throws IOException {
    assertTrue(names().toList().containsAll(AWAITED));
    for (String name : AWAITED) {
      assertEquals(List.of(), types(name), "take " + name + " off the list");
    }
  }

  private static List<String> types(String name) {
    ObjectNode saved = JsonNodeFactory.instance.objectNode().put("name", name);
    return NodeTypesTest.types().stream().map(NodeType::spec)
        .filter(spec -> spec.names().stream()
            .anyMatch(known -> known.name().equals(name) && known.when().test(saved)))
        .map(spec -> spec.type()).toList();
  }

  private static Stream<String> names() throws IOException {
    try (InputStream file = Objects.requireNonNull(OldNamesTest.class.getResourceAsStream("old-names.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"));
    }
  }
}
