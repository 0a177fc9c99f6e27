package io.spellmesh.engine.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.Runner.ReadSpell;
import io.spellmesh.contract.run.Runner.ReadSpells;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileSpellFilesTest {
  private static final int ROUNDS = 4000;
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  @Test
  void readsOrRefusesOurOwnFilesHoweverTheyAreDamaged() {
    damage(Corpus.list(Path.of(URI.create(getClass().getResource("/spells/valid").toString()))).stream()
        .filter(file -> !file.toString().endsWith(".expected.json")).map(Corpus::json).toList());
  }

  @Test
  void readsOrRefusesRealFilesHoweverTheyAreDamaged() {
    damage(List.copyOf(Corpus.files().values()));
  }

  private static void damage(List<JsonNode> files) {
    long seed = Long.getLong("spellmesh.seed", System.nanoTime());
    System.out.println("damaging spell files with -Dspellmesh.seed=" + seed);
    Random random = new Random(seed);
    int[] read = new int[2];
    assertTimeout(ENOUGH, () -> {
      for (int round = 0; round < ROUNDS; round++) {
        JsonNode damaged = new Damage(random).to(files.get(random.nextInt(files.size())));
        try {
          ReadSpells spells = SpellFileReader.read(damaged);
          assertEquals(spells, Wire.read(Wire.bytes(spells), ReadSpells.class));
          spells.spells().forEach(HostileSpellFilesTest::requireKeepable);
          read[0]++;
        } catch (Failure refused) {
          assertTrue(refused.getMessage().length() < 1000, refused.getMessage());
          read[1]++;
        }
      }
    });
    assertTrue(read[0] > ROUNDS / 10, "only " + read[0] + " of the damaged files were read");
    assertTrue(read[1] > ROUNDS / 100, "only " + read[1] + " of the damaged files were refused");
  }

  private static void requireKeepable(ReadSpell spell) {
    assertTrue(spell.graph().path("nodes").isObject());
    assertEquals(spell.graph().path("nodes").size(), StoredGraph.of(spell.graph()).nodes().size());
    ReadSpell again = SpellFileReader.read(Exported.spell(spell)).spells().getFirst();
    assertEquals(spell.name(), again.name());
    assertEquals(Wire.text(spell.graph()), Wire.text(again.graph()));
  }

  /** Drops, swaps and replaces some parts of a file. */
  private record Damage(Random random) {
    JsonNode to(JsonNode file) {
      JsonNode damaged = file.deepCopy();
      for (int i = random.nextInt(6); i >= 0; i--) {
        List<JsonNode> containers = new ArrayList<>();
        collect(damaged, containers, random.nextInt(2) == 0 ? 2 : 12);
        if (!containers.isEmpty()) {
          hit(containers.get(random.nextInt(containers.size())), containers);
        }
      }
      return damaged;
    }

    private static void collect(JsonNode json, List<JsonNode> containers, int levels) {
      if (json.isContainerNode() && levels > 0) {
        containers.add(json);
        json.forEach(part -> collect(part, containers, levels - 1));
      }
    }

    private void hit(JsonNode target, List<JsonNode> others) {
      JsonNode other = random.nextBoolean() ? odd() : others.get(random.nextInt(others.size())).deepCopy();
      if (target instanceof ObjectNode object && !object.isEmpty()) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        String key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(4)) {
          case 0 -> object.remove(key);
          case 1 -> object.set(key, other);
          case 2 -> object.set(keys.get(random.nextInt(keys.size())), object.get(key).deepCopy());
          default -> object.put(key, object.get(key).toString());
        }
      } else if (target instanceof ArrayNode list) {
        list.add(other);
      }
    }

    private JsonNode odd() {
      List<String> odd = List.of("null", "true", "0", "-1", "1e300", "12345678901234567890", "\"\"",
          "\"text\"", "[]", "{}", "[[]]", "[null]", "\"[1\"", "\"{}\"", "\"[{}]\"", "\"\\\"x\\\"\"",
          "\"\\u0000\"", "\"\\ud800\"", "\"__proto__\"", "{\"nodes\":[]}", "{\"graph\":{\"nodes\":{}}}",
          "{\"spell\":{\"spell\":{}}}");
      return Wire.read(odd.get(random.nextInt(odd.size())), JsonNode.class);
    }
  }
}
