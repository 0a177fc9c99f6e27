package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Files that are no spells, or are more than a spell: a refusal in words, or an import that repairs. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class HostileFilesAttackIT {
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
  void whatIsNoFileOfOursIsRefusedInWords() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("nothing", "");
    files.put("white space", "  \n");
    files.put("words", "not JSON at all");
    files.put("half a file", "{\"name\":\"x\",\"graph\":{\"nodes\":{");
    files.put("two files", "{\"name\":\"x\",\"graph\":{\"nodes\":{}}}{}");
    files.put("null", "null");
    files.put("a number", "17");
    files.put("not a number", "NaN");
    files.put("a list of nothing", "[]");
    files.put("an empty object", "{}");
    files.put("no graph", "{\"name\":\"x\",\"graph\":7}");
    files.put("deep", "[".repeat(10_000) + "]".repeat(10_000));
    files.put("deep objects", "{\"graph\":".repeat(10_000) + "1" + "}".repeat(10_000));
    files.put("deep inside", graph("{\"1\":{\"id\":1,\"name\":\"Echo\",\"data\":" + "[".repeat(500)
        + "]".repeat(500) + "}}"));
    files.put("infinite", graph("{\"1\":{\"id\":1,\"name\":\"Number Variable\",\"data\":{\"_var\":1e999}}}"));
    files.put("twice the same key", "{\"name\":\"x\",\"name\":\"y\",\"graph\":{\"nodes\":{},\"nodes\":{}}}");
    files.put("a surrogate", graph("{\"1\":{\"id\":1,\"name\":\"Echo\",\"data\":{\"a\":\"\\ud800\"}}}"));
    files.put("a long number", graph("{\"1\":{\"id\":1,\"name\":\"Echo\",\"data\":{\"a\":" + "9".repeat(5000)
        + "}}}"));
    List<String> wrong = new ArrayList<>();

    for (Map.Entry<String, String> file : files.entrySet()) {
      Reply reply = eve.rest().send("POST", "/api/spells/import", file.getValue());
      if (!isRefusal(reply) || reply.detail().length() < 10 || reply.body().length() > 2_000) {
        wrong.add(file.getKey() + " → " + reply.status() + " " + reply.excerpt());
      }
    }

    assertEquals(List.of(), wrong);
    assertEquals(0, spells(), "nothing of it was saved");
  }

  /** Small bodies that are large trees: all of them at once took a process with 512 MB of heap down. */
  @Test
  void bodiesOfVeryManyPartsDoNotEatTheHeap() throws IOException {
    String keys = IntStream.range(0, 1_000_000).mapToObj(i -> "\"k" + i + "\":0")
        .collect(Collectors.joining(",", "{", "}"));
    List<String> bodies = List.of(keys, graph(keys), "[" + "{},".repeat(5_000_000) + "{}]",
        graph("[" + "[],".repeat(5_000_000) + "[]]"), "[" + "\"a\",".repeat(3_900_000) + "0]");

    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = bodies.stream().map(body -> senders.submit(
          () -> eve.rest().send("POST", "/api/spells/import", body))).toList();
      for (Future<Reply> future : replies) {
        Reply reply = future.get();
        assertTrue(isRefusal(reply) && reply.body().length() < 2_000, reply.excerpt());
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("a body was not answered", e);
    }
  }

  @Test
  void tooManyNodesAreRefused() throws IOException {
    // Few enough parts for the gateway, too many nodes for the spell room.
    String nodes = IntStream.range(0, 100_000)
        .mapToObj(i -> "\"" + i + "\":{\"id\":" + i + ",\"name\":\"Echo\",\"data\":{}}")
        .collect(Collectors.joining(",", "{", "}"));

    for (String path : List.of("/api/spells/import", "/api/spells")) {
      Reply reply = eve.rest().send("POST", path, graph(nodes));
      assertTrue(reply.status() == 400 && reply.detail().contains("most"), path + reply.excerpt());
    }
  }

  @Test
  void bodiesBeyondTheirBoundAreNotRead() throws IOException {
    byte[] large = new byte[17 * 1024 * 1024];
    Arrays.fill(large, (byte) ' ');

    for (String path : List.of("/api/spells/import", "/api/spells")) {
      assertEquals(413, eve.rest().send("POST", path, large).status(), path);
    }
    byte[] over = Arrays.copyOf(large, 1024 * 1024 + 1);
    assertEquals(413, eve.rest().send("POST", "/api/projects", over).status());
  }

  @Test
  void aPackedBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 100; i++) {
        packed.write(new byte[1024 * 1024]);
      }
    }
    for (String coding : List.of("gzip", "deflate", "br", "gzip, gzip")) {
      assertEquals(415, eve.rest().with("Content-Encoding", coding)
          .send("POST", "/api/spells/import", bomb.toByteArray()).status(), coding);
    }
    assertEquals(400, eve.rest().send("POST", "/api/spells/import", bomb.toByteArray()).status());
  }

  @Test
  void aFormThatNamesFilesIsNoFile() throws IOException {
    String filled = "{\"files\":[{\"filepath\":\"/etc/passwd\",\"filename\":\"x\"}]}";
    assertTrue(isRefusal(eve.rest().send("POST", "/api/spells/import", filled)));
    for (String type : List.of("multipart/form-data; boundary=x", "text/plain", "application/xml",
        "application/x-www-form-urlencoded", "application/json; charset=utf-16")) {
      assertEquals(415, eve.rest().with("Content-Type", type).send("POST", "/api/spells/import",
          BodyPublishers.ofString(filled)).status(), type);
    }
  }

  @Test
  void idsThatAreMarkupNeverGetIn() throws IOException {
    for (String id : List.of("<img src=x onerror=alert(1)>", "\"><script>", "a b", "../x", "",
        "x".repeat(200), "\u202e1", "1\n2")) {
      ObjectNode nodes = Wire.mapper().createObjectNode();
      nodes.putObject(id).put("id", id).put("name", "Echo").putObject("data");
      Reply imported = eve.rest().send("POST", "/api/spells/import", graph(nodes.toString()));
      Reply created = eve.rest().send("POST", "/api/spells", graph(nodes.toString()));
      assertEquals(400, imported.status(), id + " → " + imported.excerpt());
      assertEquals(400, created.status(), id + " → " + created.excerpt());
      assertTrue(imported.header("content-type").orElseThrow().startsWith("application/problem+json"));
      assertEquals("nosniff", imported.header("x-content-type-options").orElse("absent"));
    }
    assertEquals(0, spells());
  }

  @Test
  void namesOfPrototypesAreNames() throws IOException {
    String file = graph("{\"__proto__\":{\"id\":\"__proto__\",\"name\":\"constructor\","
        + "\"data\":{\"__proto__\":{\"polluted\":true},\"constructor\":{\"prototype\":{}}}}}");

    JsonNode imported = eve.rest().send("POST", "/api/spells/import", file).must(201).json();

    String id = imported.get("spells").get(0).get("id").textValue();
    assertFalse(eve.rest().get("/api/spells").must(200).body().contains("polluted"));
    Reply export = eve.rest().get("/api/spells/" + id + "/export").must(200);
    assertTrue(export.body().contains("\"polluted\":true"), export.excerpt());
  }

  @Test
  void whatCanBeRepairedIsImportedWithAWarningAndSaysWhyItFails() throws IOException {
    ObjectNode unknown = Sketch.withEnds().node("x", "Shell Command", Map.of("command", "id"))
        .wire("in", "trigger", "x", "trigger").wire("x", "output", "out", "input")
        .wire("x", "trigger", "out", "trigger").file("with an unknown type");
    ObjectNode dangling = Sketch.withEnds().wire("in", "trigger", "out", "trigger")
        .wire("nowhere", "output", "out", "input").file("with a wire from nowhere");

    Reply withUnknown = eve.rest().post("/api/spells/import", unknown).must(201);
    Reply withDangling = eve.rest().post("/api/spells/import", dangling).must(201);

    assertTrue(withUnknown.json().get("warnings").toString().contains("Shell Command"),
        withUnknown.excerpt());
    assertTrue(withDangling.json().get("warnings").toString().contains("nowhere"), withDangling.excerpt());
    JsonNode failed = eve.run(first(withUnknown), Map.of());
    assertEquals("failed", failed.get("status").textValue());
    assertTrue(failed.get("error").get("message").textValue().contains("Shell Command"), failed.toString());
    assertEquals("completed", eve.run(first(withDangling), Map.of()).get("status").textValue());
  }

  @Test
  void twoNodesOfOneIdAreNotTwo() throws IOException {
    String file = graph("{\"1\":{\"id\":1,\"name\":\"Echo\",\"data\":{}},"
        + "\"1\":{\"id\":1,\"name\":\"Text Field\",\"data\":{}}}");
    String elsewhere = graph("{\"1\":{\"id\":7,\"name\":\"Echo\",\"data\":{}},"
        + "\"2\":{\"id\":7,\"name\":\"Echo\",\"data\":{}}}");

    for (String text : List.of(file, elsewhere)) {
      Reply reply = eve.rest().send("POST", "/api/spells/import", text);
      assertTrue(reply.status() == 400
          || reply.status() == 201 && !reply.json().get("warnings").isEmpty(), reply.excerpt());
    }
  }

  /** No JSON, or none of a spell. */
  private static boolean isRefusal(Reply reply) {
    return reply.status() == 400 || reply.status() == 422;
  }

  private int spells() throws IOException {
    return eve.rest().get("/api/spells").must(200).json().get("items").size();
  }

  private static String first(Reply imported) {
    return imported.json().get("spells").get(0).get("id").textValue();
  }

  private static String graph(String nodes) {
    return "{\"name\":\"hostile\",\"graph\":{\"id\":\"x@0.1.0\",\"nodes\":" + nodes + "}}";
  }
}
