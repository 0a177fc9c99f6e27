package io.spellmesh.nodes.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class McpToolsTest {
  @AutoClose
  private final LoopbackMcp server = new LoopbackMcp();

  private Trial trial() {
    return Trial.of(new McpTools()).in(server).set("url", server.url());
  }

  @Test
  void listsEveryPageAndEndsTheSession() {
    JsonNode tools = trial().run().outputs().get("tools");

    assertEquals(List.of("add", "fail", "places/find"), tools.findValuesAsText("name"));
    assertEquals("{\"url\":\"" + server.url() + "\"}", tools.get(0).get("mcp").toString());
    assertEquals("object", tools.get(0).at("/inputSchema/type").asText());
    assertEquals(List.of("initialize", "notifications/initialized", "tools/list", "tools/list", "DELETE"),
        server.heard());
  }

  @Test
  void readsAnswersThatComeAsEventsAndShowsWhatTheServerSays() {
    server.streaming();
    Trial trial = trial();

    assertEquals(3, trial.run().outputs().get("tools").size());
    assertTrue(trial.lines().contains("info: the MCP server at " + server.url() + " says: working"),
        trial.lines().toString());
  }

  @Test
  void anEmptyAddressIsTheOperators() {
    assertEquals(3, Trial.of(new McpTools()).in(server).run().outputs().get("tools").size());
    assertEquals("by mcp", server.heard().getFirst());
  }

  @Test
  void tellsItsHeadersToTheServerAndGivesThemToNobody() {
    server.wanting("s3cret");

    String given = trial().set("headers", "{\"Authorization\": \"Bearer s3cret\"}").outputsOfRun();

    assertFalse(given.contains("s3cret"), given);
    assertEquals("the MCP server at " + server.url() + " answered with status 401: who are you?", trial().failure());
    assertTrue(trial().set("headers", "[]").failure().startsWith("has headers that are no object"));
  }

  @Test
  void refusesAVersionThatItDoesNotSpeak() {
    server.speaking("1999-01-01");

    assertEquals("the MCP server at " + server.url() + " speaks version '1999-01-01' of the protocol, must be one of "
        + "2024-11-05, 2025-03-26, 2025-06-18, 2025-11-25", trial().failure());
  }

  @Test
  void saysWhatIsNoServer() {
    assertEquals("was answered with what is no JSON-RPC",
        Trial.of(new McpTools()).in(server).set("url", server.base() + "/weather").failure());
  }
}
