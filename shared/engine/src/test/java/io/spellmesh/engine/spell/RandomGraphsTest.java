package io.spellmesh.engine.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.Runner.ReadSpell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomGraphsTest {
  private static final int ROUNDS = 500;
  private static final List<String> WORDS = List.of("Echo", "Input", "trigger", "output", "__proto__",
      "<b>bold</b>", "a\u0000b", "🧙", "a/b", "", "9", "constructor", "$ref", "line\nend");

  @Test
  void anyGraphComesBackFromItsExport() {
    long seed = Long.getLong("spellmesh.seed", System.nanoTime());
    System.out.println("random graphs with -Dspellmesh.seed=" + seed);
    Random random = new Random(seed);
    List<ReadSpell> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ReadSpell spell = new ReadSpell("spell " + round, Optional.of("old " + round), graph(random),
          JsonNodeFactory.instance.objectNode().put("id", "old " + round), List.of());
      all.add(spell);

      ReadSpell read = SpellFileReader.read(Exported.spell(spell)).spells().getFirst();

      assertEquals(spell, read);
      assertEquals(Wire.text(spell.graph()), Wire.text(read.graph()));
    }
    assertEquals(all, SpellFileReader.read(Exported.project(all)).spells());
  }

  private static ObjectNode graph(Random random) {
    ObjectNode graph = JsonNodeFactory.instance.objectNode().put("id", "demo@0.1.0");
    ObjectNode nodes = graph.putObject("nodes");
    int size = random.nextInt(12);
    for (int i = 0; i < size; i++) {
      int id = random.nextInt(2000);
      ObjectNode node = nodes.putObject(Integer.toString(id)).put("id", id).put("name", word(random));
      node.putObject("data").put(word(random), random.nextDouble()).put(word(random), word(random));
      ends(node.putObject("inputs"), "output", random);
      ends(node.putObject("outputs"), "input", random);
      node.putArray("position").add(random.nextGaussian() * 1000).add(random.nextInt());
    }
    graph.putArray("comments").addObject().put("text", word(random));
    return graph;
  }

  private static void ends(ObjectNode sockets, String otherSide, Random random) {
    for (int i = random.nextInt(3); i > 0; i--) {
      sockets.putObject(word(random)).putArray("connections").addObject()
          .put("node", random.nextInt(2000)).put(otherSide, word(random)).putObject("data");
    }
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
