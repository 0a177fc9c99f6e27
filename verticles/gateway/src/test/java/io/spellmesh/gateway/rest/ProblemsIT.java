package io.spellmesh.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.MountedTable;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How failures look, and what they do not say. */
class ProblemsIT {
  private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final Pattern INSIDES = Pattern.compile(
      "io\\.|java\\.|jackson|vertx|Exception|select |insert |\\tat |/srv|spell\\.spell",
      Pattern.CASE_INSENSITIVE);
  private static RunningGateway gateway;
  private static List<Route> table;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of());
    try (MountedTable mounted = new MountedTable(keys)) {
      table = mounted.table();
    }
  }

  private static void assertShape(Reply reply, int status) {
    assertEquals(status, reply.status(), reply.body());
    assertEquals("application/problem+json", reply.header("Content-Type").orElse("none"));
    assertEquals(status, reply.json().get("status").intValue());
    assertEquals("about:blank", reply.json().get("type").textValue());
    for (String field : List.of("title", "detail", "code")) {
      assertFalse(reply.json().get(field).textValue().isBlank(), reply.body());
    }
    assertFalse(INSIDES.matcher(reply.body()).find(), reply.body());
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void showsEveryFailureOfAService(FailureCode code) throws Exception {
    gateway.services().fail(Users.SESSIONS,
        new Failure(code, "internal error ab12", Optional.empty(), List.of()));

    Reply reply = gateway.ask("GET", "/api/auth/sessions");

    assertShape(reply, code.number());
    assertEquals(code.name(), reply.json().get("code").textValue());
    assertEquals("internal error ab12", reply.json().get("detail").textValue());
  }

  @Test
  void hidesWhatAServiceLetSlip() throws Exception {
    gateway.services().answer(Users.KEY_LIST, _ -> Future.failedFuture(
        new Failure(FailureCode.INTERNAL, "SELECT * FROM user: java.lang.NullPointerException")));

    Reply reply = gateway.ask("GET", "/api/auth/keys");

    assertShape(reply, 500);
    assertTrue(reply.json().get("detail").textValue().matches("internal error [0-9a-f]{8}"), reply.body());
  }

  @Test
  void saysWhenToComeBack() throws Exception {
    gateway.services().fail(Runner.NODE_TYPES, Failure.tooMany("slow down", Duration.ofSeconds(7)));

    Reply reply = gateway.ask("GET", "/api/node-types");

    assertShape(reply, 429);
    assertEquals(Optional.of("7"), reply.header("Retry-After"));
  }

  @Test
  void listsEveryMistake() throws Exception {
    gateway.services().fail(Runner.START, Failure.unprocessable("2 mistakes",
        List.of(Mistake.at("12", "prompt", "is missing"), Mistake.of("no outputs"))));

    Reply reply = gateway.ask("POST", "/api/spells/" + ID + "/runs", "{}", Map.of());

    assertShape(reply, 422);
    assertEquals("[{\"node\":\"12\",\"socket\":\"prompt\",\"message\":\"is missing\"},"
        + "{\"message\":\"no outputs\"}]",
        reply.json().get("errors").toString());
  }

  /** The stand-ins answer NOT_FOUND to everything, in words that tell too much. */
  @Test
  void answersWhatIsNotThereAndWhatIsNoIdAlike() throws Exception {
    String other = "22222222-2222-4222-8222-222222222222";
    int compared = 0;
    for (Route route : table) {
      if (!route.path().contains("{id}")) {
        continue;
      }
      String body = body(route);
      String path = route.path().replace("{ref}", "r").replace("{n}", "1") + query(route);
      Reply unknown = gateway.ask(route.method().name(), path.replace("{id}", ID.toString()), body, Map.of());
      Reply another = gateway.ask(route.method().name(), path.replace("{id}", other), body, Map.of());
      Reply noId = gateway.ask(route.method().name(), path.replace("{id}", "nothing"), body, Map.of());

      assertShape(unknown, 404);
      assertEquals(unknown.body().replace(ID.toString(), "?"), another.body().replace(other, "?"));
      assertEquals(unknown.body().replace(ID.toString(), "?"), noId.body().replace("nothing", "?"));
      assertEquals(unknown.raw().headers().map(), noId.raw().headers().map().containsKey("content-length")
          ? withLength(noId, unknown) : noId.raw().headers().map());
      compared++;
    }
    assertTrue(compared > 12, "compared only " + compared);
  }

  private static Map<String, List<String>> withLength(Reply reply, Reply of) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(reply.raw().headers().map());
    headers.put("content-length", of.raw().headers().map().get("content-length"));
    return headers;
  }

  private static String query(Route route) {
    return route.toString().equals("GET /api/spells/{id}/called") ? "?name=a" : "";
  }

  private static String body(Route route) {
    return route.body().isEmpty() ? "" : switch (route.toString()) {
      case "PUT /api/projects/{id}" -> "{\"name\":\"a\"}";
      case "PUT /api/spells/{id}" -> "{\"base\":1,\"name\":\"a\"}";
      case "PUT /api/spells/{id}/state" -> "{\"a\":1}";
      case "PUT /api/spells/{id}/project" -> "{\"project\":\"" + ID + "\"}";
      case "POST /api/spells/{id}/publish" -> "{\"version\":1}";
      case "POST /api/spells/{id}/runs" -> {
        gateway.services().fail(Runner.START, Failure.notFound("none"));
        yield "{\"inputs\":{}}";
      }
      case "POST /api/tasks/{id}/steps" -> "{\"result\":\"a\"}";
      case "POST /api/tasks/{id}/end" -> "{\"status\":\"completed\"}";
      case "PUT /api/documents/{id}" -> "{\"title\":\"a\"}";
      case "POST /api/runs/{id}/answers" -> "{\"step\":\"2\",\"value\":1}";
      case "POST /api/runs/{id}/resume" -> "{}";
      default -> throw new IllegalStateException("no example body for " + route);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/api/spells/a/b/c", "/nothing",
      "/api/spells/%2e%2e/%2e%2e/etc/passwd",
      "/api/%252e%252e/x", "/..%2f..%2fetc/passwd"})
  void knowsNoOtherPaths(String path) throws Exception {
    assertShape(gateway.ask("GET", path), 404);
  }

  @ParameterizedTest
  @CsvSource({"PATCH,/api/spells,'GET, POST'", "POST,/api/users/me,'DELETE, GET'", "GET,/api/auth/login,POST",
      "PUT,/api/openapi.json,GET"})
  void namesTheVerbsThatAPathTakes(String method, String path, String allow) throws Exception {
    Reply reply = gateway.ask(method, path);

    assertShape(reply, 405);
    assertEquals(Optional.of(allow), reply.header("Allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/json; charset=utf-16", "json", "application/jsonx"})
  void takesNothingButJson(String contentType) throws Exception {
    Reply reply = gateway.ask("POST", "/api/projects", "{\"name\":\"a\",\"filepath\":\"/etc/passwd\"}",
        Map.of("Content-Type", contentType));

    assertShape(reply, 415);
  }

  @Test
  void answersNothingButJson() throws Exception {
    assertShape(gateway.ask("GET", "/api/spells", "", Map.of("Accept", "text/html")), 406);
    gateway.services().give(Spells.LIST, new Spells.SpellPage(List.of(), Optional.empty()));
    assertEquals(200,
        gateway.ask("GET", "/api/spells", "", Map.of("Accept", "text/html, application/*;q=0.1")).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=x", "limit=1&limit=2", "after=", "after=%00", "project=x",
      "name=", "limit=-1"})
  void refusesQueriesThatMeanNothing(String query) throws Exception {
    assertShape(gateway.ask("GET", "/api/spells?" + query), 400);
  }

  @Test
  void refusesPathsThatAreNotEncoded() throws Exception {
    assertShape(gateway.ask("GET", "/api/runs?limit=5&after=%0a"), 400);
  }

  @Test
  void refusesUnknownFieldsByName() throws Exception {
    Reply reply = gateway.ask("PUT", "/api/spells/" + ID, "{\"base\":1,\"owner\":\"me\"}", Map.of());

    assertShape(reply, 400);
    assertEquals("unknown field 'owner', must be one of base, graph, name",
        reply.json().get("detail").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} 1",
      "{\"name\":\"\"}", "{\"name\":null}", "{}", "{\"name\":\"a\\u0000\"}"})
  void refusesBodiesThatAreNoneOfIts(String body) throws Exception {
    assertShape(gateway.ask("POST", "/api/projects", body, Map.of()), 400);
  }

  @Test
  void refusesAPublicationOfNothing() throws Exception {
    assertShape(gateway.ask("POST", "/api/spells/" + ID + "/publish", "{}", Map.of()), 400);
  }

  @Test
  void sendsNoAnswerWithoutItsProtection() throws Exception {
    gateway.services().give(Spells.PROJECT_LIST, new Spells.ProjectPage(List.of(), Optional.empty()));
    for (Reply reply : List.of(gateway.ask("GET", "/api/projects"), gateway.ask("GET", "/api/nothing"),
        gateway.stranger("GET", "/api/docs", "", Map.of()))) {
      assertEquals(Optional.of("nosniff"), reply.header("X-Content-Type-Options"));
      assertEquals(Optional.of("no-referrer"), reply.header("Referrer-Policy"));
      assertTrue(reply.header("Content-Security-Policy").orElseThrow().contains("frame-ancestors 'none'"));
      assertTrue(reply.header("Cache-Control").orElseThrow().startsWith("no-"));
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
