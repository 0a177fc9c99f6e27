package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tools whose addresses lead inside: people write them, and so do models. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
class ToolsAttackIT {
  private static final String INSIDE = "leads to a place that is not open to everyone";

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

  @Test
  void noServerOfToolsIsReachedInside() throws IOException {
    for (String url : List.of(mesh.base() + "/api", "http://127.0.0.1:1/mcp", "http://[::1]/mcp",
        "http://169.254.169.254/latest/meta-data", "http://localhost/mcp")) {
      for (Sketch spell : List.of(
          Sketch.withEnds().node("tool", "MCP Tools", Map.of("url", url)),
          Sketch.withEnds().node("tool", "Call MCP Tool", Map.of("url", url, "tool", "any")),
          Sketch.withEnds().node("tool", "Call Agent", Map.of("mcp", url))
              .node("said", "String Variable", Map.of("_var", "Hi")).wire("said", "output", "tool", "input"))) {
        JsonNode run = run(spell.wire("in", "trigger", "tool", "trigger").wire("tool", "trigger", "out", "trigger"));

        assertEquals("failed", run.path("status").asText(), url + " " + run);
        assertTrue(run.at("/error/message").asText().contains(INSIDE), url + " " + run);
      }
    }
  }

  /** The offline responder calls the tool that it is told of, with the words as its argument. */
  @Test
  void noToolOfTheWebLeadsInsideWhateverItsArgumentSays() throws IOException {
    String tools = "{\"tools\":[{\"name\":\"peek\",\"parameters\":{\"type\":\"object\",\"required\":[\"at\"],\"properties\":"
        + "{\"at\":{\"type\":\"string\"}}},\"http\":{\"url\":\"http://127.0.0.1:1/{at}\"}}]}";
    JsonNode run = run(Sketch.withEnds().node("agent", "Call Agent", Map.of())
        .node("said", "String Variable", Map.of("_var", "peek")).wire("said", "output", "agent", "input")
        .node("json", "String Variable", Map.of("_var", tools))
        .node("object", "JSON To Object", Map.of()).wire("json", "output", "object", "input")
        .node("list", "Get Values From Object", Map.of("outputs", Sketch.sockets("tools")))
        .wire("object", "output", "list", "object").wire("list", "tools", "agent", "tools")
        .wire("in", "trigger", "agent", "trigger").wire("agent", "trigger", "out", "trigger")
        .wire("agent", "result", "out", "input"));

    assertEquals("completed", run.path("status").asText(), run.toString());
    assertTrue(run.at("/outputs/Output").asText().contains(INSIDE), run.toString());
  }

  private JsonNode run(Sketch spell) throws IOException {
    return eve.run(eve.importSpell(spell.file("peeking")), Map.of());
  }
}
