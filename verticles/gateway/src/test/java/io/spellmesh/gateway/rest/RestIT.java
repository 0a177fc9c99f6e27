package io.spellmesh.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Requests;
import io.spellmesh.contract.completion.Secrets;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that are a question and its answer. */
class RestIT {
  private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final ObjectNode GRAPH = JsonNodeFactory.instance.objectNode().put("nodes", 0);
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private static RunningGateway gateway;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of());
  }

  private static Spells.Spell spell(int version) {
    return new Spells.Spell(ID, ID, "a", version, Optional.empty(), GRAPH, Instant.EPOCH, Instant.EPOCH);
  }

  @Test
  void registersAndSaysWhereTheAccountIs() throws Exception {
    gateway.services().answer(Users.REGISTER, register -> Future.succeededFuture(new Users.SignedIn(
        new Users.Account(ID, register.email(), register.name(), Set.of("user"), Instant.EPOCH),
        "t", "r", 900)));

    Reply reply = gateway.stranger("POST", "/api/auth/register",
        "{\"email\":\"a@example.org\",\"password\":\"12345678\",\"name\":\"A\"}", Map.of());

    assertEquals(201, reply.status());
    assertEquals("a@example.org", reply.json().at("/user/email").textValue());
    assertEquals("t", reply.json().get("accessToken").textValue());
  }

  @Test
  void signsOutWithoutAWord() throws Exception {
    gateway.services().give(Users.LOGOUT, Nothing.NOTHING);

    Reply reply = gateway.ask("POST", "/api/auth/logout");

    assertEquals(204, reply.status());
    assertEquals("", reply.body());
  }

  @Test
  void createsASpellAndSaysWhereItIs() throws Exception {
    gateway.services().answer(Spells.CREATE, _ -> Future.succeededFuture(spell(1)));

    Reply reply = gateway.ask("POST", "/api/spells", "{\"name\":\"a\",\"graph\":{\"nodes\":{}}}", Map.of());

    assertEquals(201, reply.status());
    assertEquals(Optional.of("/api/spells/" + ID), reply.header("Location"));
    assertEquals(1, reply.json().get("version").intValue());
  }

  @Test
  void answersACompletionWithTheWhole() throws Exception {
    gateway.services().answer(Completions.TEXT.operation(), text -> Future.succeededFuture(
        new Completions.Completed(text.prompt() + "!", Optional.empty(), "offline", "m", Optional.empty())));

    Reply reply = gateway.ask("POST", "/api/completions", "{\"prompt\":\"Hi\"}", Map.of());

    assertEquals("{\"text\":\"Hi!\",\"provider\":\"offline\",\"model\":\"m\"}", reply.body());
    assertEquals(400, gateway.ask("POST", "/api/completions",
        "{\"prompt\":\"Hi\",\"sampling\":{\"temperature\":9}}", Map.of()).status());
  }

  @Test
  void stopsACompletionWhoseClientHasLeft() throws Exception {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    CompletableFuture<String> stopped = new CompletableFuture<>();
    gateway.vertx().eventBus().<JsonObject>consumer(Completions.CHAT.stop().address(), stop -> {
      stopped.complete(stop.body().getString("ask"));
      stop.reply(new JsonObject());
    });
    gateway.services().answer(Completions.CHAT.operation(), _ -> {
      begun.complete(null);
      return Promise.<Completions.Completed>promise().future();
    });
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    try (Socket socket = gateway.socket()) {
      socket.getOutputStream().write(("POST /api/completions/chat HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
          + gateway.token(ID) + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
          + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
      begun.get(10, TimeUnit.SECONDS);
    }

    assertEquals(36, stopped.get(10, TimeUnit.SECONDS).length());
  }

  @Test
  void keepsASecretByTheNameInThePathAndNeverAnswersIt() throws Exception {
    gateway.services().answer(Secrets.KEEP, secret -> Future.succeededFuture(
        new Secrets.Secret(secret.name(), secret.value().substring(secret.value().length() - 4), Instant.EPOCH)));

    Reply reply = gateway.ask("PUT", "/api/secrets/openai", "{\"value\":\"sk-0123456789abcdef\"}", Map.of());

    assertEquals("{\"name\":\"openai\",\"hint\":\"cdef\",\"kept\":\"1970-01-01T00:00:00.000Z\"}", reply.body());
    Reply refused = gateway.ask("PUT", "/api/secrets/openai", "{\"value\":\"sk-too-short\"}", Map.of());
    assertEquals(400, refused.status());
    assertFalse(refused.body().contains("sk-too-short"), refused.body());
    assertEquals("no secret 'google' is kept",
        gateway.ask("DELETE", "/api/secrets/google").json().get("detail").textValue());
  }

  @Test
  void listsRequestsPageByPage() throws Exception {
    gateway.services().answer(Requests.LIST, page -> Future.succeededFuture(new Requests.RequestPage(List.of(),
        page.after().map(after -> after + page.size()), new Requests.Sums(3, 2, 1, 0.5, 1))));

    assertEquals("{\"items\":[],\"next\":\"77\",\"sums\":{\"requests\":3,\"promptTokens\":2,\"answerTokens\":1,"
        + "\"cost\":0.5,\"ofUnknownCost\":1}}", gateway.ask("GET", "/api/requests?after=7&limit=7").body());
  }

  @Test
  void recallsEventsByWhatTheQuerySays() throws Exception {
    gateway.services().answer(Events.RECALL, recall -> Future.succeededFuture(new Events.Recalled(List.of(
        new Events.Event(ID, recall.count().orElseThrow().toString(), recall.place().orElseThrow(),
            Optional.empty(), Optional.empty(), Instant.EPOCH)))));

    Reply reply = gateway.ask("GET", "/api/events?type=talk&channel=general&limit=3");

    assertEquals("3", reply.json().at("/items/0/content").textValue());
    assertEquals("{\"type\":\"talk\",\"channel\":\"general\"}", reply.json().at("/items/0/place").toString());
  }

  @Test
  void changesOfADocumentOnlyWhatTheBodyNames() throws Exception {
    gateway.services().answer(Documents.EDIT, edit -> Future.succeededFuture(new Documents.Document(edit.document(),
        edit.store(), edit.title(), edit.description(), edit.keywords(), Optional.empty(), edit.type(),
        edit.included().orElseThrow(), Instant.EPOCH, 1, 0)));

    Reply reply = gateway.ask("PUT", "/api/documents/" + ID, "{\"title\":\"a\",\"included\":false}", Map.of());

    assertEquals("{\"id\":\"" + ID + "\",\"title\":\"a\",\"included\":false,\"date\":\"1970-01-01T00:00:00Z\","
        + "\"passages\":1,\"placed\":0}", reply.body().replace("00:00:00.000Z", "00:00:00Z"));
  }

  @Test
  void listsTasksByTheirStatus() throws Exception {
    gateway.services().answer(Tasks.LIST, some -> Future.succeededFuture(new Tasks.TaskPage(List.of(),
        some.status().map(Tasks.Status::name))));

    assertEquals("CANCELLED", gateway.ask("GET", "/api/tasks?status=cancelled").json().get("next").textValue());
    assertEquals("status is 'gone', must be active, completed or cancelled",
        gateway.ask("GET", "/api/tasks?status=gone").json().get("detail").textValue());
  }

  @Test
  void createsASpellOfSeveralMegabytes() throws Exception {
    gateway.services().answer(Spells.CREATE, created -> Future.succeededFuture(new Spells.Spell(ID, ID,
        created.name(), created.graph().get("text").textValue().length(), Optional.empty(), GRAPH,
        Instant.EPOCH, Instant.EPOCH)));

    Reply reply = gateway.ask("POST", "/api/spells",
        "{\"name\":\"a\",\"graph\":{\"text\":\"" + "x".repeat(4_000_000) + "\"}}", Map.of());

    assertEquals(201, reply.status());
    assertEquals(4_000_000, reply.json().get("version").intValue());
  }

  @Test
  void asksForListsWithTheirFilters() throws Exception {
    gateway.services().answer(Spells.LIST, some -> Future.succeededFuture(new Spells.SpellPage(List.of(),
        Optional.of(some.project().orElseThrow() + some.name().orElseThrow() + some.page().size()
            + some.page().after().orElseThrow()))));

    Reply reply = gateway.ask("GET", "/api/spells?project=" + ID + "&name=a%20b&limit=7&after=m");

    assertEquals("{\"items\":[],\"next\":\"" + ID + "a b7m\"}", reply.body());
  }

  @Test
  void savesOnTopOfTheVersionThatEitherPlaceNames() throws Exception {
    gateway.services().answer(Spells.UPDATE, change -> Future.succeededFuture(spell(change.base() + 1)));
    String path = "/api/spells/" + ID;

    Reply byBody = gateway.ask("PUT", path, "{\"base\":3,\"name\":\"b\"}", Map.of());
    Reply byHeader = gateway.ask("PUT", path, "{\"name\":\"b\"}", Map.of("If-Match", "\"4\""));
    Reply byNone = gateway.ask("PUT", path, "{\"name\":\"b\"}", Map.of());
    Reply byBoth = gateway.ask("PUT", path, "{\"base\":3,\"name\":\"b\"}", Map.of("If-Match", "\"4\""));

    assertEquals(Optional.of("\"4\""), byBody.header("ETag"));
    assertEquals(Optional.of("\"5\""), byHeader.header("ETag"));
    assertEquals(400, byNone.status());
    assertEquals(400, byBoth.status());
  }

  @Test
  void importsAFileIntoAProject() throws Exception {
    gateway.services().answer(Spells.IMPORT, file -> Future.succeededFuture(new Spells.Imported(
        List.of(new Spells.SpellName(file.project().orElseThrow(), file.file().get(0).textValue())),
        List.of(Mistake.at("1", "is old")))));

    Reply reply = gateway.ask("POST", "/api/spells/import?project=" + ID, "[\"any\"]", Map.of());

    assertEquals(201, reply.status());
    assertEquals("{\"spells\":[{\"id\":\"" + ID + "\",\"name\":\"any\"}],"
        + "\"warnings\":[{\"node\":\"1\",\"message\":\"is old\"}]}", reply.body());
  }

  @Test
  void exportsAFile() throws Exception {
    gateway.services().answer(Spells.EXPORT, _ -> Future.succeededFuture(new Spells.Exported(GRAPH)));

    Reply reply = gateway.ask("GET", "/api/spells/" + ID + "/export");

    assertEquals("{\"nodes\":0}", reply.body());
    assertEquals(Optional.of("attachment; filename=\"spell-" + ID + ".spell.json\""),
        reply.header("Content-Disposition"));
  }

  @Test
  void readsAVersion() throws Exception {
    gateway.services().answer(Spells.GET, which -> Future.succeededFuture(spell(which.version().orElse(9))));

    assertEquals(4, gateway.ask("GET", "/api/spells/" + ID + "/versions/4").json().get("version").intValue());
    assertEquals(9, gateway.ask("GET", "/api/spells/" + ID).json().get("version").intValue());
    assertEquals(404, gateway.ask("GET", "/api/spells/" + ID + "/versions/x").status());
    assertEquals(404, gateway.ask("GET", "/api/spells/" + ID + "/versions/99999999999").status());
  }

  @Test
  void findsTheSpellThatANodeCallsByItsName() throws Exception {
    gateway.services().answer(Spells.FIND, reference -> reference.within().equals(ID)
        && reference.idOrName().equals("a/../b & c") ? Future.succeededFuture(spell(3))
        : Future.failedFuture(Failure.notFound("no spell '" + reference.idOrName() + "'")));

    assertEquals(3, gateway.ask("GET", "/api/spells/" + ID + "/called?name=a%2F..%2Fb%20%26%20c").json()
        .get("version").intValue());
    assertEquals(404, gateway.ask("GET", "/api/spells/" + ID + "/called?name=d").status());
    assertEquals(400, gateway.ask("GET", "/api/spells/" + ID + "/called").status());
  }

  @Test
  void tellsNodeTypesAndValues() throws Exception {
    gateway.services().give(Runner.NODE_TYPES, new Runner.NodeTypes(List.of()));
    gateway.services().answer(Runner.VALUE, value -> Future.succeededFuture(
        new Runner.Value(JsonNodeFactory.instance.textNode(value.ref()))));

    assertEquals("{\"nodeTypes\":[]}", gateway.ask("GET", "/api/node-types").body());
    assertEquals("{\"value\":\"a b\"}", gateway.ask("GET", "/api/runs/" + ID + "/values/a%20b").body());
  }

  @Test
  void answersAndResumesRuns() throws Exception {
    gateway.services().answer(Runner.ANSWER, answer -> answer.step().equals("2")
        ? Future.succeededFuture(run(answer.value().path("sure").asBoolean() ? RunStatus.RUNNING : RunStatus.WAITING))
        : Future.failedFuture(Failure.notFound("no such step")));
    gateway.services().answer(Runner.RESUME, resume -> resume.again().equals(Optional.of(List.of("7")))
        ? Future.succeededFuture(run(RunStatus.RUNNING))
        : Future.failedFuture(Failure.conflict("step '7' may do harm")));
    String answers = "/api/runs/" + ID + "/answers";
    String resume = "/api/runs/" + ID + "/resume";

    assertEquals("running", gateway.ask("POST", answers, "{\"step\":\"2\",\"value\":{\"sure\":true}}", Map.of()).json()
        .get("status").textValue());
    assertEquals(404, gateway.ask("POST", answers, "{\"step\":\"3\",\"value\":1}", Map.of()).status());
    assertEquals(400, gateway.ask("POST", answers, "{\"step\":\"2\"}", Map.of()).status());
    assertEquals(400, gateway.ask("POST", answers, "{\"value\":1}", Map.of()).status());
    assertEquals(409, gateway.ask("POST", resume, "{}", Map.of()).status());
    assertEquals("running",
        gateway.ask("POST", resume, "{\"again\":[\"7\"]}", Map.of()).json().get("status").textValue());
  }

  @Test
  void playsAndPausesAndTakesWhatIsPosted() throws Exception {
    gateway.services().give(Playing.PLAY, new Playing.State(true, true));
    gateway.services().give(Playing.OPEN_HOOK, new Playing.Hook("secret"));
    gateway.services().answer(Playing.POST, post -> post.token().equals("secret") && post.body().get("x").intValue() == 1
        ? Future.succeededFuture(Nothing.NOTHING) : Future.failedFuture(Failure.notFound("no hook " + post.token())));
    String spell = "/api/spells/" + ID;

    assertEquals("{\"playing\":true,\"held\":true}", gateway.ask("POST", spell + "/play", "", Map.of()).body());
    Reply made = gateway.ask("POST", spell + "/hook", "", Map.of());
    assertEquals(201, made.status());
    assertEquals(Optional.of("/api/hooks/secret"), made.header("Location"));
    Reply taken = gateway.stranger("POST", "/api/hooks/secret", "{\"x\":1}", JSON);
    assertEquals(202, taken.status());
    assertEquals("", taken.body());
    Reply other = gateway.stranger("POST", "/api/hooks/other", "{\"x\":1}", JSON);
    assertEquals(404, other.status());
    assertEquals("there is no such hook", other.json().get("detail").textValue());
    assertEquals(415, gateway.stranger("POST", "/api/hooks/secret", "x=1",
        Map.of("Content-Type", "application/x-www-form-urlencoded")).status());
  }

  @Test
  void startsARunThatTakesOverWhatIsPinnedAndWhatAnotherGave() throws Exception {
    AtomicReference<Runner.Start> asked = new AtomicReference<>();
    gateway.services().answer(Runner.START, start -> {
      asked.set(start);
      return Future.succeededFuture(new Runner.Started(ID, false));
    });

    gateway.ask("POST", "/api/spells/" + ID + "/runs", "{\"pinned\":{\"4\":{\"output\":1}},\"from\":{\"run\":\"" + ID
        + "\",\"node\":\"5/12\"}}", Map.of("Prefer", "respond-async"));
    Reply wrong = gateway.ask("POST", "/api/spells/" + ID + "/runs", "{\"from\":{\"run\":\"" + ID + "\"}}", Map.of());

    assertEquals(Optional.of(new Runner.From(ID, "5/12")), asked.get().from());
    assertEquals("Optional[{4={\"output\":1}}]", asked.get().pinned().toString());
    assertEquals(400, wrong.status());
    assertEquals("'from.node' is missing, must be a string", wrong.json().get("detail").textValue());
  }

  private static RunView run(RunStatus status) {
    return new RunView(ID, ID, 1, status, Optional.empty(), Optional.empty(),
        Optional.empty(), 2, 9, Instant.EPOCH, Optional.empty());
  }

  @Test
  void tellsWhatCanBeAskedAndShowsIt() throws Exception {
    Reply document = gateway.stranger("GET", "/api/openapi.json", "", Map.of());
    Reply page = gateway.stranger("GET", "/api/docs", "", Map.of());
    Reply landing = gateway.stranger("GET", "/", "", Map.of());

    assertEquals("3.1.0", document.json().get("openapi").textValue());
    assertTrue(page.body().contains("reader.js"));
    assertEquals(200, gateway.stranger("GET", "/api/docs/reader.js", "", Map.of()).status());
    assertTrue(landing.body().contains("Spellmesh"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
