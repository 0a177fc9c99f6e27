package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.completion.request.PgRequestStore;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Requests;
import io.spellmesh.contract.completion.Requests.Request;
import io.spellmesh.contract.completion.Requests.RequestPage;
import io.spellmesh.contract.completion.Requests.Sums;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.testkit.LoopbackModels;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is written down of completions. */
class RequestsIT {
  @AutoClose
  private final LoopbackModels models = LoopbackModels.start();
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("completion.openai.base-url", models.url(),
      "completion.openai.model", "gpt-4o-mini-2024", "completion.openai.retries", "0",
      "completion.max-of-user", "2"));

  private final UUID ann = UUID.randomUUID();

  RequestsIT() {
    member.deploy(new CompletionVerticle(member.member()));
  }

  @Test
  void everyRequestIsWrittenDownWithWhatItTook() {
    models.answers((asked, response) -> counted(response, asked.body().path("model").asText()));
    assertEquals(Optional.of(0.00045), complete("a canary in a prompt", Optional.empty()).cost());
    waitFor(1);
    assertEquals(Optional.empty(), complete("a canary in a prompt", Optional.of("unpriced")).cost());
    waitFor(2);
    models.answers((_, response) -> LoopbackModels.json(500, LoopbackModels.error("broken"), response));
    Waiting.failureOf(member.ask(ann, Completions.EMBEDDINGS, new Embed(List.of("a"), Optional.empty())));

    RequestPage page = waitFor(3);

    assertEquals(List.of("embeddings text-embedding-3-small PROVIDER_FAILED - -", "text unpriced completed 1000 -",
        "text gpt-4o-mini-2024 completed 1000 4.5E-4"), page.items().stream().map(RequestsIT::line).toList());
    assertEquals(new Sums(3, 2000, 1000, 0.00045, 2), page.sums());
    assertTrue(page.items().stream().allMatch(request -> request.provider().equals("openai") && request.ms() >= 0));
    assertFalse(Waiting.await(member.member().database().pool()
        .query("SELECT string_agg(request::text, '') AS rows FROM completion.request").execute())
        .iterator().next().getString("rows").contains("canary"));
    assertEquals(0, list(UUID.randomUUID(), Page.first()).items().size());
  }

  @Test
  void whoAsksForEmbeddingsKnowsWhatTheyCost() {
    models.answers((_, response) -> LoopbackModels.json(200, Wire.read("""
        {"model":"text-embedding-3-small","data":[{"embedding":[1,0.5]}],"usage":{"prompt_tokens":1000000}}""",
        JsonNode.class), response));

    Completions.Embedded embedded = Waiting.await(
        member.ask(ann, Completions.EMBEDDINGS, new Embed(List.of("a"), Optional.empty())));

    assertEquals(Optional.of(new Completions.Usage(1_000_000, 0)), embedded.usage());
    assertEquals(Optional.of(0.02), embedded.cost());
  }

  private static String line(Request request) {
    return request.kind() + " " + request.model() + " " + request.status() + " "
        + request.promptTokens().map(String::valueOf).orElse("-") + " "
        + request.cost().map(String::valueOf).orElse("-");
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() {
    models.says("well");
    Stream.of("one", "two", "thr\u0000ee").forEach(model -> {
      int before = list(ann, Page.first()).items().size();
      complete("Hi", Optional.of(model));
      waitFor(before + 1);
    });

    RequestPage first = list(ann, new Page(Optional.of(2), Optional.empty()));
    RequestPage second = list(ann, new Page(Optional.of(2), first.next()));

    assertEquals(List.of("three", "two"), first.items().stream().map(Request::model).toList());
    assertEquals(List.of("one"), second.items().stream().map(Request::model).toList());
    assertEquals(Optional.empty(), second.next());
    assertEquals(FailureCode.BAD_REQUEST, Waiting.failureOf(
        member.ask(ann, Requests.LIST, new Page(Optional.empty(), Optional.of("x")))).code());
  }

  @Test
  void oneUserHasABoundedNumberUnderWayAndAStopMakesRoom() {
    CompletableFuture<HttpServerResponse> last = new CompletableFuture<>();
    models.answers((_, response) -> {
      if (models.asked().size() == 2) {
        last.complete(response);
      }
    });
    StreamedAnswer<Completions.Completed> first = asking();
    StreamedAnswer<Completions.Completed> second = asking();
    Waiting.until(last::isDone);

    Failure third = Waiting.failureOf(asking().answer());
    first.stop();
    second.stop();
    models.says("well");
    waitFor(2);
    complete("Hi", Optional.empty());

    assertEquals(FailureCode.TOO_MANY, third.code());
    assertTrue(third.retryAfter().isPresent());
    assertEquals(List.of("completed", "cancelled", "cancelled"),
        waitFor(3).items().stream().map(Request::status).toList());
  }

  @Test
  void whatIsOldOrTooMuchIsRemoved() {
    models.says("well");
    for (int i = 1; i <= 4; i++) {
      complete("Hi", Optional.of("m" + i));
      waitFor(i);
    }
    Waiting.await(member.member().database().pool().preparedQuery(
        "UPDATE completion.request SET at = now() - interval '31 days' WHERE model = $1").execute(Tuple.of("m4")));

    Waiting.await(new PgRequestStore(member.member().database().pool()).clean(2));

    assertEquals(List.of("m3", "m2"),
        list(ann, Page.first()).items().stream().map(Request::model).toList());
  }

  private static void counted(HttpServerResponse response, String model) {
    LoopbackModels.json(200, Wire.read("{\"model\":\"" + model + "\",\"choices\":[{\"text\":\"well\"}],"
        + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":500}}", JsonNode.class), response);
  }

  private StreamedAnswer<Completions.Completed> asking() {
    return member.member().streams().ask(Completions.TEXT, new Text("Hi", Optional.empty()),
        () -> member.callerToken(ann), _ -> { });
  }

  private Completions.Completed complete(String prompt, Optional<String> model) {
    return Waiting.await(member.ask(ann, Completions.TEXT.operation(), new Text(prompt, Optional.of(new Completions.Sampling(
        model, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty())))));
  }

  private RequestPage list(UUID user, Page page) {
    Future<RequestPage> listed = member.ask(user, Requests.LIST, page);
    return Waiting.await(listed);
  }

  /** A request is written down behind the answer's back. */
  private RequestPage waitFor(int requests) {
    Waiting.until(() -> list(ann, Page.first()).items().size() == requests);
    return list(ann, Page.first());
  }
}
