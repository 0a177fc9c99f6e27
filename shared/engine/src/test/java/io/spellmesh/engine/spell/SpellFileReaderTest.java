package io.spellmesh.engine.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.Runner.ReadSpells;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SpellFileReaderTest {
  private static final String GRAPH =
      "{\"id\":\"demo@0.1.0\",\"nodes\":{\"1\":{\"id\":1,\"name\":\"Echo\"}}}";

  @TestFactory
  Stream<DynamicTest> readsEveryWrapper() {
    return files("valid").filter(file -> !file.toString().endsWith(".expected.json"))
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
          JsonNode saved = Corpus.json(file);
          String before = Wire.text(saved);

          ReadSpells read = SpellFileReader.read(saved);

          assertEquals(pretty(Corpus.json(beside(file, ".expected.json"))), pretty(read));
          assertEquals(before, Wire.text(saved), "the file was changed by reading it");
        }));
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatIsNoSpellFileAndSaysWhatItFound() {
    return files("invalid").map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
      Failure refused = assertThrows(Failure.class, () -> SpellFileReader.read(Corpus.json(file)));

      assertEquals(FailureCode.UNPROCESSABLE, refused.code());
      assertEquals(Files.readString(beside(file, ".txt")).strip(), refused.getMessage());
      assertFalse(refused.mistakes().isEmpty());
    }));
  }

  @Test
  void saysWhenThereIsNoFileAtAll() {
    Failure refused = assertThrows(Failure.class, () -> SpellFileReader.read(MissingNode.getInstance()));

    assertEquals(FailureCode.BAD_REQUEST, refused.code());
  }

  @Test
  void tellsEveryEntryThatIsNoSpellWhenNoneIs() {
    Failure refused = assertThrows(Failure.class, () -> read("[1, null, {\"graph\": 2}]"));

    assertEquals(3, refused.mistakes().size());
    assertTrue(refused.mistakes().get(2).message().contains("'graph' is the number 2"));
  }

  @Test
  void keepsTheOrderAndTheNumbersOfAGraphAsTheyWereSaved() {
    String odd = """
        {"nodes":{"9":{"position":[1.0,-0.0],"name":"B","id":9,"x":[1e2,12345678901234567890]},
        "1":{"name":"A"}},"zebra":null,"id":"demo@0.1.0"}""";

    String kept = Wire.text(read("{\"name\":\"x\",\"graph\":" + odd + "}").spells().getFirst().graph());

    assertEquals(Wire.text(Wire.read(odd, JsonNode.class)), kept);
    assertTrue(kept.indexOf("\"9\"") < kept.indexOf("\"1\""));
  }

  @Test
  void takesAGraphAsDeepAsTheWireCarriesItInsideAnAnswerAndNoDeeper() {
    assertEquals(1, read(nested(170)).spells().size());
    ReadSpells deepest = read(nested(Wire.DEEPEST - 20 - 4));
    assertEquals(deepest, Wire.read(Wire.bytes(deepest), ReadSpells.class));

    String asText = Wire.text(nested(Wire.DEEPEST - 6));
    Failure refused = assertThrows(Failure.class, () -> read("{\"name\":\"x\",\"graph\":" + asText + "}"));

    assertEquals("not a spell: it is nested more than 181 levels deep", refused.getMessage());
  }

  private static String nested(int levels) {
    return "{\"id\":\"demo@0.1.0\",\"nodes\":{\"1\":{\"name\":\"Echo\",\"data\":{\"deep\":"
        + "[".repeat(levels) + "]".repeat(levels) + "}}}}";
  }

  @Test
  void keepsHostileNamesAsTheDataTheyAre() {
    for (String name : List.of("<img src=x onerror=alert(1)>", "__proto__", "a\u0000b", "🧙‍♀️ spéll",
        "${jndi:x}", " padded ")) {
      ObjectNode file = Wire.read("{\"graph\":" + GRAPH + "}", ObjectNode.class);
      file.put("name", name);
      ObjectNode nodes = (ObjectNode) file.at("/graph/nodes");
      nodes.putObject(name).put("name", name).putObject("data").put(name, name);

      var spell = SpellFileReader.read(file).spells().getFirst();

      assertEquals(name, spell.name());
      assertEquals(file.path("graph"), spell.graph());
      StoredNode node = StoredGraph.of(spell.graph()).nodes().get(1);
      assertEquals(name, node.id());
      assertEquals(name, node.name());
      assertEquals(name, node.data().path(name).asText());
    }
  }

  @Test
  void refusesHalfASurrogatePairInMessagesThatCanBeSent() {
    for (String file : List.of("{\"name\":\"\\ud83d\",\"graph\":" + GRAPH + "}",
        "{\"name\":\"x\",\"graph\":{\"nodes\":{\"\\udc00\":{\"name\":\"Echo\"}}}}")) {
      Failure refused = assertThrows(Failure.class, () -> read(file));

      assertEquals("not a spell: it has half a surrogate pair in '\ufffd', must be whole Unicode",
          refused.getMessage());
    }
  }

  private static ReadSpells read(String file) {
    return SpellFileReader.read(Wire.read(file, JsonNode.class));
  }

  private static String pretty(Object json) {
    return Wire.read(Wire.text(json), JsonNode.class).toPrettyString();
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName().toString().replace(".json", ending));
  }

  private static Stream<Path> files(String kind) {
    return Corpus.list(Path.of(URI.create(
        SpellFileReaderTest.class.getResource("/spells/" + kind).toString()))).stream();
  }
}
