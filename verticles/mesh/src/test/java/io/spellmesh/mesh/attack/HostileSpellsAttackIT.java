package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Spells that are drawn well and mean ill: each ends soon, says why, and costs nobody else anything. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class HostileSpellsAttackIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int CANCELS = 200;

  private static AttackedMesh mesh;

  private Person eve;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void people() throws IOException {
    eve = mesh.register();
  }

  @AfterEach
  void serversGoOn() throws IOException {
    mesh.assertServes(eve);
  }

  @Test
  void aCircleIsRefusedWithItsNodes() throws IOException {
    ObjectNode circle = Sketch.withEnds().node("a", "Echo", Map.of()).node("b", "Echo", Map.of())
        .wire("in", "trigger", "a", "trigger").wire("a", "trigger", "b", "trigger")
        .wire("b", "trigger", "a", "trigger").wire("b", "output", "out", "input").file("circle");
    ObjectNode itself = Sketch.withEnds().node("a", "Combine Text", Map.of("inputs", Sketch.sockets("one")))
        .wire("a", "output", "a", "one").wire("a", "output", "out", "input").file("itself");

    for (ObjectNode file : List.of(circle, itself)) {
      Reply refused = start(eve.importSpell(file)).must(422);
      assertTrue(refused.json().get("errors").toString().contains("'a'")
          || refused.body().contains(" a"), refused.excerpt());
    }
  }

  @Test
  void spellsThatHoldEachOtherAreRefusedWithThePath() throws IOException {
    JsonNode byName = importProject(List.of(
        caller("Ping", "spellName", "Pong"), caller("Pong", "spellName", "Ping")));
    JsonNode byOldId = importProject(List.of(
        caller("Left", "spellId", "old-right").put("id", "old-left"),
        caller("Right", "spellId", "old-left").put("id", "old-right")));
    JsonNode self = importProject(List.of(caller("Narcissus", "spellName", "Narcissus")));

    for (JsonNode spells : List.of(byName, byOldId, self)) {
      Reply refused = start(spells.get(0).get("id").textValue()).must(422);
      String name = spells.get(0).get("name").textValue();
      assertTrue(refused.body().contains("→") && refused.body().contains(name), refused.excerpt());
    }
  }

  @Test
  void spellsMayLieTwentyDeepAndNotDeeper() throws IOException {
    List<ObjectNode> chain = IntStream.rangeClosed(0, 22)
        .mapToObj(i -> i == 22 ? Sketch.withEnds().wire("in", "trigger", "out", "trigger").file("Level 22")
            : caller("Level " + i, "spellName", "Level " + (i + 1))).toList();
    JsonNode spells = importProject(chain);

    Reply refused = start(spells.get(0).get("id").textValue()).must(422);

    assertTrue(refused.body().contains("20 deep"), refused.excerpt());
    JsonNode run = eve.run(spells.get(2).get("id").textValue(), Map.of());
    assertEquals("completed", run.get("status").textValue(), run.toString());
  }

  @Test
  void aNameThatNoSpellCanHaveIsThatOfNone() throws IOException {
    assertFailsSoon(eve.importSpell(caller("Odd", "spellName", "a\u0000b")), "there is no spell");
  }

  @Test
  void spellsThatFanOutAreBounded() throws IOException {
    List<ObjectNode> layers = IntStream.rangeClosed(0, 5)
        .mapToObj(i -> i == 5 ? Sketch.withEnds().wire("in", "trigger", "out", "trigger").file("Fan 5")
            : fan("Fan " + i, "Fan " + (i + 1), 10)).toList();
    JsonNode spells = importProject(layers);

    assertFailsSoon(spells.get(0).get("id").textValue(), "10000 steps");
  }

  @Test
  void aLoopOfABillionRoundsIsRefused() throws IOException {
    String spell = eve.importSpell(Sketch.withEnds().node("w", "While Loop", Map.of("recursionTimes", 1e9))
        .wire("in", "trigger", "w", "act1").wire("w", "true", "out", "trigger").file("billion"));

    Reply reply = start(spell);

    assertTrue(reply.status() == 422 || reply.json().path("run").path("status").asText().equals("failed"),
        reply.excerpt());
    assertTrue(reply.body().contains("10000"), reply.excerpt());
  }

  @Test
  void loopsInLoopsEndAtTheBoundOfSteps() throws IOException {
    assertFailsSoon(eve.importSpell(loops(10_000, 10_000)), "10000 steps");
    assertFailsSoon(eve.importSpell(loops(200, 200)), "10000 steps");
  }

  @Test
  void textsThatDoubleEndAtTheBoundOfATextOrOfARun() throws IOException {
    assertFailsSoon(eve.importSpell(doubling(40)), "4000000");
    assertFailsSoon(eve.importSpell(manyLarge(12)), "32");
  }

  @Test
  void aStormOfCancelsEndsARunOnce() throws Exception {
    String run = eve.start(eve.importSpell(Sketch.lasting())).must(202).json().get("run").get("id").textValue();
    List<Callable<Reply>> cancels =
        Collections.nCopies(CANCELS, () -> eve.rest().send("POST", "/api/runs/" + run + "/cancel", ""));

    try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reply> reply : storm.invokeAll(cancels)) {
        assertEquals("cancelled", reply.get().must(200).json().get("status").textValue());
      }
    }

    List<String> kinds = eve.rest().get("/api/runs/" + run + "/events").must(200).json().findValuesAsText("kind");
    assertEquals(1, Collections.frequency(kinds, "cancelled"), kinds.toString());
    assertEquals("cancelled", kinds.getLast());
  }

  @Test
  void aTemplateThatMultipliesEndsAtItsBound() throws IOException {
    String many = IntStream.range(0, 2_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    String inner = "{{#each ../list}}".repeat(5) + "boom" + "{{/each}}".repeat(5);
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("nested lists", "{{#each list}}" + inner + "{{/each}}");
    templates.put("10,000 blocks deep", "{{#if list}}".repeat(10_000) + "{{/if}}".repeat(10_000));
    templates.put("a megabyte of tags", "{{list}}".repeat(200_000));

    for (Map.Entry<String, String> template : templates.entrySet()) {
      assertFailsSoon(eve.importSpell(template(template.getValue(), many)), "template");
    }
  }

  @Test
  void aTemplateWalksNowhere() throws IOException {
    for (String walk : List.of("{{constructor}}", "{{list.constructor.constructor}}", "{{__proto__}}",
        "{{list.class.classLoader}}", "{{this.getClass}}", "{{lookup this \"class\"}}",
        "{{#with list}}{{getClass.name}}{{/with}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{@root.class}}")) {
      JsonNode run = eve.run(eve.importSpell(template("[" + walk + "]", "a,b")), Map.of());
      String said = run.path("outputs").path("Output").asText() + run.path("error");
      assertFalse(said.matches("(?s).*(\\b49\\b|java\\.|class |Loader@).*"), walk + " → " + said);
    }
  }

  @Test
  void whatAnInputSaysIsNotReadAgain() throws IOException {
    String spell = eve.importSpell(AttackedMesh.example("greeting"));
    for (String text : List.of("{{name}}", "{{#each this}}x{{/each}}", "<script>alert(1)</script>", "=1+1",
        "\u001b[31m", "![x](http://192.0.2.1/?q=secret)", "{\"$ref\":\"x\",\"bytes\":1}",
        "\u0000", "\ud83d\ude00")) {
      JsonNode run = eve.run(spell, Map.of("name", text));
      assertEquals("Hello " + text + "!", run.get("outputs").get("greeting").textValue());
    }
    Reply half = eve.rest().send("POST", "/api/spells/" + spell + "/runs",
        "{\"inputs\":{\"name\":\"\\ud800\"}}");
    assertTrue(half.status() == 400 || half.must(200).body().contains("Hello \ufffd!"), half.excerpt());
  }

  @Test
  void inputsThatAreNoneAreRefused() throws IOException {
    String spell = eve.importSpell(AttackedMesh.example("greeting"));
    for (String inputs : List.of("[]", "7", "\"name\"", "{\"name\":1e999}",
        "{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}")) {
      Reply reply = eve.rest().send("POST", "/api/spells/" + spell + "/runs", "{\"inputs\":" + inputs + "}");
      assertEquals(400, reply.status(), reply.excerpt());
    }
    Reply unknown = eve.rest().post("/api/spells/" + spell + "/runs", Map.of("inputs", Map.of("nmae", "x")));
    assertTrue(unknown.must(422).body().contains("name"), unknown.excerpt());
  }

  private void assertFailsSoon(String spell, String because) throws IOException {
    long began = System.nanoTime();
    JsonNode run = start(spell).must(200).json().get("run");
    assertEquals("failed", run.get("status").textValue(), run.toString());
    String message = run.get("error").get("message").textValue();
    assertTrue(message.replace(",", "").contains(because), message);
    assertTrue(System.nanoTime() - began < SOON.toNanos(), "took " + run.get("ms") + " ms");
  }

  private Reply start(String spell) throws IOException {
    return eve.rest().post("/api/spells/" + spell + "/runs", Map.of("inputs", Map.of()));
  }

  private JsonNode importProject(List<ObjectNode> files) throws IOException {
    ObjectNode project = Wire.mapper().createObjectNode().put("format", "spellmesh-project/1")
        .put("name", "p");
    ArrayNode spells = project.putArray("spells");
    files.forEach(file -> spells.add(file.put("format", "spellmesh/1")));
    return eve.rest().post("/api/spells/import", project).must(201).json().get("spells");
  }

  /** A spell that is one Spell node. */
  private static ObjectNode caller(String name, String field, String other) {
    return Sketch.withEnds().node("s", "Spell", Map.of(field, other)).wire("in", "trigger", "s", "trigger")
        .wire("s", "trigger", "out", "trigger").file(name);
  }

  private static ObjectNode fan(String name, String other, int width) {
    Sketch fan = Sketch.withEnds();
    for (int i = 0; i < width; i++) {
      fan.node("s" + i, "Spell", Map.of("spellName", other)).wire("in", "trigger", "s" + i, "trigger");
    }
    return fan.wire("in", "trigger", "out", "trigger").file(name);
  }

  private static ObjectNode loops(int outer, int inner) {
    return Sketch.withEnds().node("o", "While Loop", Map.of("recursionTimes", outer))
        .node("i", "While Loop", Map.of("recursionTimes", inner)).node("e", "Echo", Map.of())
        .wire("in", "trigger", "o", "act1").wire("o", "false", "i", "act1").wire("i", "false", "e", "trigger")
        .wire("o", "true", "out", "trigger").file("loops");
  }

  /** Each node's text is its source's twice. */
  private static ObjectNode doubling(int times) {
    Sketch sketch = Sketch.withEnds().node("n0", "String Variable", Map.of("_var", "ab"))
        .wire("in", "trigger", "out", "trigger");
    for (int i = 1; i <= times; i++) {
      sketch.node("n" + i, "Combine Text", Map.of("inputs", Sketch.sockets("one", "two")))
          .wire("n" + (i - 1), "output", "n" + i, "one").wire("n" + (i - 1), "output", "n" + i, "two");
    }
    return sketch.wire("n" + times, "output", "out", "input").file("doubling");
  }

  /** Values of 4 MB, each of which is allowed. */
  private static ObjectNode manyLarge(int count) {
    Sketch sketch = Sketch.withEnds().node("v", "String Variable", Map.of("_var", "x".repeat(4_000_000)))
        .wire("in", "trigger", "out", "trigger");
    for (int i = 0; i < count; i++) {
      sketch.node("e" + i, "Combine Text", Map.of("inputs", Sketch.sockets("one", "i" + i)))
          .wire(i == 0 ? "v" : "e" + (i - 1), "output", "e" + i, "one");
    }
    return sketch.wire("e" + (count - 1), "output", "out", "input").file("many");
  }

  private static ObjectNode template(String text, String list) {
    return Sketch.withEnds().node("l", "Array Variable", Map.of("_var", list, "splitter", ","))
        .node("t", "Text Template", Map.of("fewshot", text, "inputs", Sketch.sockets("list")))
        .wire("in", "trigger", "out", "trigger").wire("l", "output", "t", "list")
        .wire("t", "prompt", "out", "input").file("template");
  }
}
