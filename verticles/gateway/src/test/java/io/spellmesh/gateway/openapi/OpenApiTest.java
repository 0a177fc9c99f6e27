package io.spellmesh.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.gateway.MountedTable;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
  /** For people, and so not part of the description. */
  private static final Set<String> PAGES = Set.of("GET /api/docs", "HEAD /api/docs",
      "GET /api/docs/reader.js",
      "HEAD /api/docs/reader.js", "GET /api/docs/page.css", "HEAD /api/docs/page.css");

  private static MountedTable mounted;
  private static JsonNode document;

  @BeforeAll
  static void mount(@TempDir Path keys) {
    mounted = new MountedTable(keys);
    document = OpenApi.of(mounted.table());
  }

  @Test
  void describesWhatIsMountedAndNothingElse() {
    Set<String> inRouter = new TreeSet<>();
    for (Route route : mounted.router().getRoutes()) {
      if (route.methods() != null && route.getPath() != null && route.getPath().startsWith("/api")) {
        for (HttpMethod method : route.methods()) {
          inRouter.add(method + " " + route.getPath().replaceAll(":(\\w+)", "{$1}"));
        }
      }
    }
    inRouter.removeAll(PAGES);

    Set<String> described = new TreeSet<>();
    document.get("paths").fields().forEachRemaining(path -> path.getValue().fieldNames()
        .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertEquals(inRouter, described);
    assertTrue(described.contains("POST /api/spells/{id}/runs"), described.toString());
  }

  @Test
  void saysHowARunTakesOverWhatAnotherGave() {
    JsonNode request = document.at("/components/schemas/RunStart.RunRequest/properties");
    if (request.isMissingNode()) {
      request = document.at("/components/schemas/RunRequest/properties");
    }

    assertTrue(request.at("/pinned/description").asText().contains("5[2]/12"), request.toString());
    assertTrue(request.toString().contains("runs from a node on"), request.toString());
  }

  @Test
  void refersOnlyToWhatItHolds() {
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.textValue().replaceFirst("^#", "");
      assertFalse(document.at(pointer).isMissingNode(), pointer);
    }
  }

  @Test
  void tellsRecordsAsTheyAreWritten() {
    JsonNode schemas = document.at("/components/schemas");

    assertEquals("[\"running\",\"waiting\",\"completed\",\"failed\",\"cancelled\",\"interrupted\"]",
        schemas.at("/RunStatus/enum").toString());
    assertEquals("#/components/schemas/RunError", schemas.at("/RunView/properties/error/$ref").textValue());
    assertEquals("#/components/schemas/RunStatus", schemas.at("/RunView/properties/status/$ref").textValue());
    assertEquals("integer", schemas.at("/RunView/properties/ms/type").textValue());
    assertEquals("uuid", schemas.at("/RunView/properties/id/format").textValue());
    assertEquals("date-time", schemas.at("/RunView/properties/started/format").textValue());
    assertFalse(schemas.at("/RunView/required").toString().contains("outputs"));
    assertTrue(schemas.at("/RunView/required").toString().contains("version"));
    assertEquals("object", schemas.at("/Spell/properties/graph/type").textValue());
  }

  @Test
  void givesSchemasNamesThatTheStandardAllows() {
    document.at("/components/schemas").fieldNames()
        .forEachRemaining(name -> assertTrue(name.matches("[a-zA-Z0-9._-]+"), name));
  }

  @Test
  void tellsTheKindsOfEventsApart() {
    String kinds = document.at("/components/schemas").findValues("const").toString();

    for (String kind : Set.of("started", "node.completed", "interrupted")) {
      assertTrue(kinds.contains("\"" + kind + "\""), kinds);
    }
  }

  @Test
  void saysWhatIsOpenAndHowLargeABodyMayBe() {
    assertEquals("[]", document.at("/paths/~1api~1auth~1login/post/security").toString());
    assertEquals("[{\"bearer\":[]}]", document.at("/paths/~1api~1spells/get/security").toString());
    assertEquals("at most 16777216 bytes",
        document.at("/paths/~1api~1spells/post/requestBody/description").textValue());
    assertTrue(document.at("/paths/~1api~1runs~1{id}~1events/get/responses/200/content")
        .has("text/event-stream"));
  }

  @Test
  void givesEveryOperationANameOfItsOwn() {
    var ids = document.get("paths").findValuesAsText("operationId");

    assertEquals(ids.size(), Set.copyOf(ids).size());
  }

  @AfterAll
  static void close() {
    mounted.close();
  }
}
