package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Ada's things, and those who are not Ada. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class StrangersAttackIT {
  /** @param body as JSON; none for an empty one */
  private record Question(String route, Optional<String> body, Map<String, String> headers) {
    static Question of(String route) {
      return new Question(route, Optional.empty(), Map.of());
    }

    static Question of(String route, String body) {
      return new Question(route, Optional.of(body), Map.of());
    }

    Question with(String header, String value) {
      return new Question(route, body, Map.of(header, value));
    }
  }

  /** Every route that takes an id in its path; one that is new has to be put here. */
  private static final List<Question> BY_ID = List.of(
      Question.of("GET /api/spells/{id}"),
      Question.of("PUT /api/spells/{id}", "{\"base\":1,\"name\":\"taken over\"}"),
      Question.of("PUT /api/spells/{id}/project", "{\"project\":\"00000000-0000-4000-8000-000000000000\"}"),
      Question.of("DELETE /api/spells/{id}"),
      Question.of("GET /api/spells/{id}/called?name=Greeting"),
      Question.of("GET /api/spells/{id}/versions"),
      Question.of("GET /api/spells/{id}/versions/{n}"),
      Question.of("POST /api/spells/{id}/publish", "{\"version\":1}"),
      Question.of("GET /api/spells/{id}/export"),
      Question.of("POST /api/spells/{id}/runs", "{}"),
      Question.of("POST /api/spells/{id}/runs", "{}").with("Prefer", "respond-async"),
      Question.of("POST /api/spells/{id}/runs", "{}").with("Idempotency-Key", "0123456789"),
      Question.of("POST /api/spells/{id}/runs",
          "{\"pinned\":{\"1\":{}},\"from\":{\"run\":\"00000000-0000-4000-8000-000000000000\",\"node\":\"1\"}}"),
      Question.of("POST /api/spells/{id}/play"),
      Question.of("POST /api/spells/{id}/pause"),
      Question.of("GET /api/spells/{id}/playing"),
      Question.of("POST /api/spells/{id}/hook"),
      Question.of("DELETE /api/spells/{id}/hook"),
      Question.of("GET /api/spells/{id}/state"),
      Question.of("PUT /api/spells/{id}/state", "{\"taken\":\"over\"}"),
      Question.of("DELETE /api/spells/{id}/state"),
      Question.of("GET /api/runs/{id}"),
      Question.of("GET /api/runs/{id}/events"),
      Question.of("GET /api/runs/{id}/events").with("Accept", "text/event-stream"),
      Question.of("GET /api/runs/{id}/events").with("Last-Event-ID", "1"),
      Question.of("POST /api/runs/{id}/cancel"),
      Question.of("POST /api/runs/{id}/answers", "{\"step\":\"2\",\"value\":\"taken over\"}"),
      Question.of("POST /api/runs/{id}/resume", "{}"),
      Question.of("POST /api/runs/{id}/resume", "{\"again\":[\"2\"]}"),
      Question.of("GET /api/runs/{id}/values/{ref}"),
      Question.of("GET /api/projects/{id}"),
      Question.of("PUT /api/projects/{id}", "{\"name\":\"taken over\"}"),
      Question.of("DELETE /api/projects/{id}"),
      Question.of("GET /api/projects/{id}/export"),
      Question.of("DELETE /api/events/{id}"),
      Question.of("GET /api/document-stores/{id}"),
      Question.of("DELETE /api/document-stores/{id}"),
      Question.of("GET /api/documents/{id}"),
      Question.of("PUT /api/documents/{id}", "{\"content\":\"taken over\"}"),
      Question.of("DELETE /api/documents/{id}"),
      Question.of("GET /api/tasks/{id}"),
      Question.of("POST /api/tasks/{id}/steps", "{\"result\":\"taken over\"}"),
      Question.of("POST /api/tasks/{id}/end", "{\"status\":\"cancelled\"}"),
      Question.of("DELETE /api/tasks/{id}"),
      Question.of("DELETE /api/auth/keys/{id}"),
      Question.of("DELETE /api/auth/sessions/{id}"));

  /** Routes by a name that everybody has a thing of: nothing of Ada's can be meant. */
  private static final Set<String> OF_ONES_OWN = Set.of("PUT /api/secrets/{name}", "DELETE /api/secrets/{name}");

  /** Files of the program, the same for everybody. */
  private static final String EXAMPLE = "GET /api/templates/{id}";

  /** Ids in other places of a question. */
  private static final List<Question> BY_PROJECT = List.of(
      Question.of("GET /api/spells?project={id}"),
      Question.of("POST /api/spells/import?project={id}", "{\"name\":\"intruder\",\"graph\":{\"nodes\":{}}}"),
      Question.of("POST /api/spells",
          "{\"name\":\"intruder\",\"project\":\"{id}\",\"graph\":{\"nodes\":{}}}"));

  /** A secret is no id: who knows it may post, and nothing else. */
  private static final String HOOK = "/api/hooks/{token}";

  private static AttackedMesh mesh;

  private Person ada;
  private Person eve;
  private Belongings adas;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void people() throws IOException {
    ada = mesh.register();
    eve = mesh.register();
    adas = Belongings.of(ada);
  }

  @Test
  void whatIsAdasIsAnsweredToEveAsWhatIsNot() throws IOException {
    Map<String, String> before = adas.asSeenByOwner();
    Set<String> refusals = new TreeSet<>();
    String evesKey = eve.makeKey().get("key").textValue();

    for (Question question : BY_ID) {
      Reply unknown = ask(eve.rest(), question, UUID.randomUUID().toString(), "x".repeat(43));
      assertEquals(404, unknown.status(), question + " of what is not: " + unknown.excerpt());
      Reply existing = ask(eve.rest(), question, adas.idIn(pathOf(question)), adas.value());
      assertEquals(unknown, existing, question.toString());
      assertEquals(existing, ask(mesh.nobody().as(evesKey), question, adas.idIn(pathOf(question)),
          adas.value()), question + " with an API key");
      refusals.add(existing.body());
    }

    assertEquals(before, adas.asSeenByOwner(), "something of Ada's has changed");
    assertTrue(refusals.size() > 4, "each kind of thing has words of its own: " + refusals);
  }

  @Test
  void theDocumentHasNoRouteByIdThatThisDoesNotAttack() throws IOException {
    Set<String> described = new TreeSet<>();
    operations().filter(route -> route.contains("{") && !OF_ONES_OWN.contains(route) && !route.equals(EXAMPLE)
        && !route.endsWith(HOOK)).forEach(described::add);

    assertEquals(described,
        new TreeSet<>(BY_ID.stream().map(question -> question.route().replaceFirst("\\?.*", "")).toList()));
  }

  @Test
  void nobodyLearnsNothingEither() throws IOException {
    for (Question question : Stream.concat(BY_ID.stream(), BY_PROJECT.stream()).toList()) {
      String real = BY_PROJECT.contains(question) ? adas.project() : adas.idIn(pathOf(question));
      Reply unknown = ask(mesh.nobody(), question, UUID.randomUUID().toString(), "x".repeat(43));
      assertEquals(401, unknown.status(), question.toString());
      assertEquals(unknown, ask(mesh.nobody(), question, real, adas.value()), question.toString());
    }
  }

  @Test
  void aNameLeadsEachToAThingOfTheirOwn() throws IOException {
    Map<String, String> before = adas.asSeenByOwner();

    assertEquals(404, eve.rest().delete("/api/secrets/" + adas.secret()).status());
    eve.rest().put("/api/secrets/" + adas.secret(), Map.of("value", "eves-0123456789abcdef")).must(200);
    eve.rest().delete("/api/secrets/" + adas.secret()).must(204);

    assertEquals(before, adas.asSeenByOwner());
  }

  @Test
  void projectsOfOthersAreUnknownInQueriesAndBodiesToo() throws IOException {
    Map<String, String> before = adas.asSeenByOwner();

    for (Question question : BY_PROJECT) {
      assertEquals(ask(eve.rest(), question, UUID.randomUUID().toString(), ""),
          ask(eve.rest(), question, adas.project(), ""), question.toString());
    }

    assertEquals(before, adas.asSeenByOwner());
    assertEquals(0, eve.rest().get("/api/spells").must(200).json().get("items").size());
    assertEquals(0, eve.rest().get("/api/runs?spell=" + adas.spell()).must(200).json().get("items").size());
  }

  @Test
  void aReferenceOpensNothingThroughARunOfOnesOwn() throws IOException {
    Belongings eves = Belongings.of(eve);
    Reply own = eve.rest().get("/api/runs/" + eves.run() + "/values/" + "x".repeat(43));

    // Both said the same, so the hashes are the same: each sees the own one, and no other run's.
    assertEquals(404, own.status());
    assertEquals(adas.value(), eves.value());
    assertEquals(404, eve.rest().get("/api/runs/" + adas.run() + "/values/" + eves.value()).status());
  }

  @Test
  void theIdOfAdasRunIsAnIdLikeAnyOther() throws IOException {
    String spell = eve.importSpell(AttackedMesh.example("greeting"));
    Map<String, String> before = adas.asSeenByOwner();

    Reply free = eve.rest().post("/api/spells/" + spell + "/runs",
        Map.of("run", UUID.randomUUID().toString(), "inputs", Map.of("name", "Eve"))).must(200);
    Reply same = eve.rest().post("/api/spells/" + spell + "/runs",
        Map.of("run", adas.run(), "inputs", Map.of("name", "Eve"))).must(200);

    assertEquals(free.json().get("run").get("outputs"), same.json().get("run").get("outputs"));
    assertEquals(spell, eve.rest().get("/api/runs/" + adas.run()).must(200).json().get("spell").textValue());
    assertEquals(before, adas.asSeenByOwner());
  }

  @Test
  void adasRunGivesNothingToARunOfEves() throws IOException {
    String spell = eve.importSpell(AttackedMesh.example("greeting"));
    Set<String> refusals = new TreeSet<>();
    for (String run : List.of(adas.run(), UUID.randomUUID().toString())) {
      refusals.add(eve.rest().post("/api/spells/" + spell + "/runs", Map.of("from", Map.of("run", run, "node", "1")))
          .must(422).body().replace(run, "?"));
    }
    assertEquals(1, refusals.size(), refusals.toString());
  }

  @Test
  void aMadeUpSecretPostsToNobody() throws IOException {
    assertEquals(404, mesh.nobody().post("/api/hooks/" + "x".repeat(43), Map.of()).status());
    assertEquals(404, mesh.nobody().post("/api/hooks/" + adas.spell(), Map.of()).status());
  }

  @Test
  void everyRouteButTheDocumentedOnesIsClosedToNobody() throws IOException {
    JsonNode paths = mesh.nobody().get("/api/openapi.json").must(200).json().get("paths");
    Set<String> open = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String concrete = path.getKey().replaceAll("\\{n}", "1").replaceAll("\\{[a-z]+}", adas.spell());
      boolean whollyOpen = path.getValue().findValues("security").stream().allMatch(JsonNode::isEmpty);
      for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
        boolean isOpen = path.getValue().path(method.toLowerCase(Locale.ROOT)).path("security").isEmpty()
            && path.getValue().has(method.toLowerCase(Locale.ROOT));
        int status = mesh.nobody().send(method, concrete, "{}").status();
        if (isOpen) {
          open.add(method + " " + path.getKey());
          assertTrue(status == 200 || status == 400 || status == 404 && path.getKey().equals(HOOK),
              method + " " + concrete + " is " + status);
        } else {
          assertEquals(whollyOpen ? 405 : 401, status, method + " " + concrete);
        }
      }
    }
    assertEquals(Set.of("POST /api/auth/register", "POST /api/auth/login", "POST /api/auth/refresh",
        "POST /api/auth/link", "GET /api/openapi.json", "POST " + HOOK), open);
  }

  @Test
  void noSpellingOfAPathLeadsPastTheGuard() throws IOException {
    for (String path : List.of("/api", "/api/", "/api/nothing", "/api/spells/", "/api//spells",
        "//api/spells", "/api/./spells", "/api/auth/../spells", "/api/auth/login/../../spells",
        "/api/%73pells",
        "/%61pi/spells", "/api%2fspells", "/api/auth/%2e%2e/spells", "/api/auth/login%2f..%2f..%2fspells",
        "/API/spells", "/api/spells;a=b", "/api/spells%00", "/api/spells%20", "/healthz/../api/spells",
        "/api/docs/../spells", "/api/openapi.json/../spells", "/..%2f..%2fconf/mesh.yaml",
        "/%2e%2e/%2e%2e/conf/mesh.yaml", "/%252e%252e/conf/mesh.yaml")) {
      Reply reply = mesh.nobody().send("GET", path, BodyPublishers.noBody());
      assertTrue(List.of(400, 401, 404).contains(reply.status()), path + " is " + reply.status());
      assertTrue(!path.startsWith("/api/") || reply.status() != 404,
          path + ": whether there is such a path under /api is nobody's business");
    }
    assertEquals(404, eve.rest().get("/api/nothing").status());
  }

  private static Reply ask(Visitor visitor, Question question, String id, String ref) throws IOException {
    String[] route = question.route().split(" ");
    Visitor asker = visitor;
    for (Map.Entry<String, String> header : question.headers().entrySet()) {
      asker = asker.with(header.getKey(), header.getValue());
    }
    String path = filled(route[1], id, ref);
    Reply reply = question.body().isPresent()
        ? asker.send(route[0], path, filled(question.body().get(), id, ref))
        : asker.send(route[0], path, BodyPublishers.noBody());
    return new Reply(reply.status(), reply.headers(),
        reply.body().replace(id, "<id>").replace(ref.isEmpty() ? id : ref, "<ref>"));
  }

  private static String filled(String text, String id, String ref) {
    return text.replace("{id}", id).replace("{n}", "1").replace("{ref}", ref);
  }

  private static String pathOf(Question question) {
    return question.route().split(" ")[1];
  }

  /** As {@code GET /api/runs}. */
  private static Stream<String> operations() throws IOException {
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : mesh.nobody().get("/api/openapi.json").must(200).json()
        .get("paths").properties()) {
      path.getValue().fieldNames().forEachRemaining(
          method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return operations.stream();
  }
}
