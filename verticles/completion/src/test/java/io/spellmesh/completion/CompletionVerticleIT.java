package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Completions.Tool;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.testkit.LoopbackModels;
import io.spellmesh.testkit.LoopbackModels.Asked;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The room between the bus and a model server, both real. */
class CompletionVerticleIT {
  private static final String KEY = "sk-test-0123456789";

  @AutoClose
  private final LoopbackModels models = LoopbackModels.start();
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("completion.openai.base-url", models.url(),
      "completion.openai.api-key", KEY, "completion.openai.model", "usual-model",
      "completion.openai.retry-delay", "1ms", "completion.openai.silence", "2s"));

  private final UUID ann = UUID.randomUUID();
  private final List<String> pieces = new CopyOnWriteArrayList<>();

  CompletionVerticleIT() {
    member.deploy(new CompletionVerticle(member.member()));
  }

  @Test
  void aTextIsContinuedPieceByPiece() {
    models.says("once upon a time");

    Completed answer = ask(Completions.TEXT, text("Tell me"));

    assertEquals(new Completed("once upon a time", Optional.empty(), "openai", "usual-model", Optional.empty()),
        answer);
    assertEquals(List.of("once", " upon", " a", " time"), pieces);
    Asked asked = models.asked().getFirst();
    assertEquals("/v1/completions", asked.path());
    assertEquals(Optional.of(KEY), asked.key());
    assertEquals("{\"model\":\"usual-model\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
        + "\"prompt\":\"Tell me\"}", asked.body().toString());
  }

  @Test
  void everySettingReachesTheServerUnderItsOwnName() {
    models.says("well");
    Sampling sampling = new Sampling(Optional.of("text-davinci-003"), Optional.of(0.5), Optional.of(7),
        Optional.of(0.9), Optional.of(0.1), Optional.of(-0.2), Optional.of(List.of("###", "\n")));

    ask(Completions.CHAT, new Chat(List.of(new Message(Role.SYSTEM, "Be kind."), new Message(Role.USER, "Hi")),
        Optional.of(sampling), Optional.empty()));

    assertEquals("""
        {"model":"text-davinci-003","stream":true,"stream_options":{"include_usage":true},\
        "temperature":0.5,"max_tokens":7,"top_p":0.9,\
        "frequency_penalty":0.1,"presence_penalty":-0.2,"stop":["###","\\n"],"messages":[\
        {"role":"system","content":"Be kind."},{"role":"user","content":"Hi"}]}""",
        models.asked().getFirst().body().toString());
  }

  @Test
  void aModelThatHoldsConversationsAloneIsAskedSoAndRemembered() {
    models.answers((asked, response) -> {
      if (asked.path().equals("/v1/completions")) {
        LoopbackModels.json(404, LoopbackModels.error("This is a chat model and not supported"), response);
      } else {
        LoopbackModels.say("chatting", asked, response);
      }
    });

    assertEquals("chatting", ask(Completions.TEXT, text("Hi")).text());
    assertEquals("chatting", ask(Completions.TEXT, text("Hi")).text());

    assertEquals(List.of("/v1/completions", "/v1/chat/completions", "/v1/chat/completions"),
        models.asked().stream().map(Asked::path).toList());
    assertEquals("[{\"role\":\"user\",\"content\":\"Hi\"}]",
        models.asked().getLast().body().get("messages").toString());
  }

  @Test
  void aModelThatKnowsTheLimitByAnotherNameGetsItSo() {
    models.answers((asked, response) -> {
      if (asked.body().has("max_tokens")) {
        LoopbackModels.json(400, LoopbackModels.error("Unsupported parameter: 'max_tokens' is not supported with "
            + "this model. Use 'max_completion_tokens' instead."), response);
      } else {
        LoopbackModels.say("ok " + asked.body().get("max_completion_tokens"), asked, response);
      }
    });

    assertEquals("ok 9", ask(Completions.CHAT, chat(sampling(9))).text());
  }

  @Test
  void whatAServerDoesNotKnowIsLeftOut() {
    models.answers((asked, response) -> {
      if (asked.body().has("stream_options")) {
        LoopbackModels.json(400, LoopbackModels.error("Unrecognized request argument: stream_options"), response);
      } else if (asked.body().has("response_format")) {
        LoopbackModels.json(422, LoopbackModels.error("response_format is not supported"), response);
      } else {
        LoopbackModels.say("{}", asked, response);
      }
    });

    assertEquals("{}", ask(Completions.CHAT, new Chat(List.of(new Message(Role.USER, "Hi")), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(Wire.read("{\"type\":\"object\"}", ObjectNode.class)))).text());
    assertEquals(3, models.asked().size());
    assertEquals("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"schema\":{\"type\":\"object\"}}}",
        models.asked().getFirst().body().get("response_format").toString());
  }

  @Test
  void callsOfToolsAreGatheredAndTheirAnswersSent() {
    models.answers((asked, response) -> {
      response.setChunked(true).putHeader("Content-Type", "text/event-stream");
      for (String delta : List.of("{'role':'assistant','content':null}", "{'content':'Let me see.'}",
          "{'tool_calls':[{'index':0,'id':'c1','type':'function','function':{'name':'add','arguments':''}}]}",
          "{'tool_calls':[{'index':0,'function':{'arguments':'{\\'a\\':'}}]}",
          "{'tool_calls':[{'index':1,'id':'c2','type':'function','function':{'name':'now','arguments':'{}'}}]}",
          "{'tool_calls':[{'index':0,'function':{'arguments':'1}'}}]}")) {
        response.write("data: {'choices':[{'index':0,'delta':DELTA}]}\n\n".replace("DELTA", delta).replace('\'', '"'));
      }
      response.end("data: [DONE]\n\n");
    });
    List<ToolCall> before = List.of(new ToolCall("c0", "add", "{}"));

    Completed answer = ask(Completions.CHAT, new Chat(List.of(new Message(Role.USER, "Add"),
        new Message(Role.ASSISTANT, "", Optional.of(before), Optional.empty()),
        new Message(Role.TOOL, "0", Optional.empty(), Optional.of("c0"))), Optional.empty(), Optional.empty(),
        Optional.of(List.of(new Tool("add", "Adds", Wire.read("{\"type\":\"object\"}", ObjectNode.class)))),
        Optional.empty()));

    assertEquals("Let me see.", answer.text());
    assertEquals(Optional.of(List.of(new ToolCall("c1", "add", "{\"a\":1}"), new ToolCall("c2", "now", "{}"))),
        answer.calls());
    assertEquals("""
        [{"role":"user","content":"Add"},{"role":"assistant","content":"","tool_calls":[{"id":"c0","type":"function",\
        "function":{"name":"add","arguments":"{}"}}]},{"role":"tool","content":"0","tool_call_id":"c0"}]""",
        models.asked().getFirst().body().get("messages").toString());
    assertEquals("[{\"type\":\"function\",\"function\":{\"name\":\"add\",\"description\":\"Adds\",\"parameters\":"
        + "{\"type\":\"object\"}}}]", models.asked().getFirst().body().get("tools").toString());
  }

  @Test
  void whatAFunctionIsCalledWithIsGatheredFromItsPieces() {
    models.answers((asked, response) -> {
      response.setChunked(true).putHeader("Content-Type", "text/event-stream; charset=utf-8");
      for (String call : List.of("{'name':'weather','arguments':''}", "{'arguments':'{\\\"city\\\"'}",
          "{'arguments':':\\\"Rome\\\"}'}")) {
        response.write("data: {'choices':[{'delta':{'tool_calls':[{'index':0,'function':CALL}]}}]}\r\n\r\n"
            .replace("CALL", call).replace('\'', '"'));
      }
      response.end("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\n\n");
    });
    ObjectNode function = Wire.read("{\"name\":\"weather\",\"parameters\":{}}", ObjectNode.class);

    Completed answer = ask(Completions.CHAT,
        new Chat(List.of(new Message(Role.USER, "Rome?")), Optional.empty(), Optional.of(function)));

    assertEquals(Optional.of(new Completions.Call("weather", "{\"city\":\"Rome\"}")), answer.call());
    assertEquals(Optional.of(new Completions.Usage(3, 4)), answer.usage());
    assertEquals(function, models.asked().getFirst().body().at("/tools/0/function"));
  }

  @Test
  void aServerThatAnswersAtOnceIsUnderstoodAsWell() {
    models.answers((asked, response) -> LoopbackModels.json(200, Wire.read(
        "{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\"all of it\"}}]}", JsonNode.class), response));

    assertEquals("all of it", ask(Completions.CHAT, chat(Optional.empty())).text());
    assertEquals(List.of("all of it"), pieces);
  }

  @Test
  void aBusyServerIsAskedAgainAsLongAsItAnsweredNothing() {
    models.answers((asked, response) -> {
      if (models.asked().size() < 3) {
        LoopbackModels.json(models.asked().size() == 1 ? 503 : 429, LoopbackModels.error("busy"),
            response.putHeader("Retry-After", "0"));
      } else {
        LoopbackModels.say("at last", asked, response);
      }
    });

    assertEquals("at last", ask(Completions.TEXT, text("Hi")).text());
    assertEquals(3, models.asked().size());
  }

  @Test
  void anAnswerThatBreaksOffIsNotAskedForAgain() {
    models.answers((asked, response) -> {
      response.setChunked(true).putHeader("Content-Type", "text/event-stream");
      response.write("data: " + LoopbackModels.chunk("half an", asked) + "\n\n")
          .onComplete(_ -> response.reset());
    });

    assertEquals(FailureCode.PROVIDER_FAILED, failure(Completions.TEXT, text("Hi")).code());
    assertEquals(List.of("half an"), pieces);
    assertEquals(1, models.asked().size());
  }

  @ParameterizedTest
  @CsvSource({"401,PROVIDER_FAILED", "403,PROVIDER_FAILED", "400,UNPROCESSABLE", "429,TOO_MANY",
      "500,PROVIDER_FAILED", "302,PROVIDER_FAILED"})
  void aRefusalIsToldInTheServersWordsAndNeverWithTheKey(int status, FailureCode code) {
    models.answers((asked, response) -> LoopbackModels.json(status, LoopbackModels.error(
        "Incorrect API key provided: " + KEY + " or sk-tes**789, see the manual."),
        response.putHeader("Retry-After", "3600")));

    Failure failure = failure(Completions.CHAT, chat(Optional.empty()));

    assertEquals(code, failure.code());
    assertEquals("the model server answered " + status
        + ": Incorrect API key provided: *** or ***, see the manual.", failure.getMessage());
    assertEquals(status == 429 ? Optional.of(Duration.ofHours(1)) : Optional.empty(), failure.retryAfter());
    assertEquals(1, models.asked().size());
  }

  @Test
  void whatTheServerSaysInTheMiddleOfItsAnswerIsTold() {
    models.answers((asked, response) -> response.setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .end("data: " + LoopbackModels.error("out of memory") + "\n\n"));

    assertEquals("the model server broke off: out of memory", failure(Completions.TEXT, text("Hi")).getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"text/event-stream | data: [DONE]", "text/event-stream | data: nonsense",
      "application/json | <html>", "application/json | {}", "application/json | []"})
  void nonsenseIsTheServersMistake(String type, String body) {
    models.answers((_, response) -> response.putHeader("Content-Type", type).end(body + "\n\n"));

    assertEquals(FailureCode.PROVIDER_FAILED, failure(Completions.TEXT, text("Hi")).code());
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() {
    models.answers((_, _) -> { });

    Failure failure = failure(Completions.TEXT, text("Hi"));

    assertEquals(FailureCode.TIMED_OUT, failure.code());
    assertEquals(1, models.asked().size());
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    models.close();

    Failure failure = failure(Completions.TEXT, text("Hi"));

    assertEquals(FailureCode.PROVIDER_FAILED, failure.code());
    assertTrue(failure.getMessage().contains(models.url()), failure.getMessage());
  }

  @Test
  void aStopIsNoticedByTheServer() {
    Promise<Void> gone = Promise.promise();
    models.answers((asked, response) -> {
      response.closeHandler(_ -> gone.complete());
      response.setChunked(true).putHeader("Content-Type", "text/event-stream")
          .write("data: " + LoopbackModels.chunk("endless", asked) + "\n\n");
    });
    StreamedAnswer<Completed> asked = asking(Completions.TEXT, text("Hi"));
    Waiting.until(() -> !pieces.isEmpty());

    asked.stop();

    Waiting.await(gone.future());
    assertEquals(FailureCode.CANCELLED, Waiting.failureOf(asked.answer()).code());
  }

  @Test
  void textsAreEmbeddedInOrder() {
    models.answers((asked, response) -> LoopbackModels.json(200, Wire.read(
        "{\"model\":\"e\",\"data\":[{\"embedding\":[1,0.5]},{\"embedding\":[0,-1]}]}", JsonNode.class), response));

    Completions.Embedded embedded = Waiting.await(member.ask(ann, Completions.EMBEDDINGS,
        new Embed(List.of("one", "two"), Optional.empty())));

    assertEquals(List.of(List.of(1.0, 0.5), List.of(0.0, -1.0)), embedded.embeddings());
    assertEquals("{\"model\":\"text-embedding-3-small\",\"input\":[\"one\",\"two\"]}",
        models.asked().getFirst().body().toString());
    models.says("");
    assertEquals(3, Waiting.await(member.ask(ann, Completions.EMBEDDINGS,
        new Embed(List.of("a", "b", "c"), Optional.empty()))).embeddings().size());
  }

  @Test
  void aWrongNumberOfEmbeddingsIsTheServersMistake() {
    models.answers((_, response) -> nothingFor(response));

    Failure failure = Waiting.failureOf(member.ask(ann, Completions.EMBEDDINGS,
        new Embed(List.of("one"), Optional.empty())));

    assertEquals(FailureCode.PROVIDER_FAILED, failure.code());
    assertFalse(failure.getMessage().isBlank());
  }

  private static void nothingFor(HttpServerResponse response) {
    LoopbackModels.json(200, Wire.read("{\"data\":[]}", JsonNode.class), response);
  }

  private static Text text(String prompt) {
    return new Text(prompt, Optional.empty());
  }

  private static Chat chat(Optional<Sampling> sampling) {
    return new Chat(List.of(new Message(Role.USER, "Hi")), sampling, Optional.empty());
  }

  private static Optional<Sampling> sampling(int maxTokens) {
    return Optional.of(new Sampling(Optional.empty(), Optional.empty(), Optional.of(maxTokens),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private <Q> StreamedAnswer<Completed> asking(StreamingOperation<Q, Completed> operation, Q question) {
    return member.member().streams().ask(operation, question, () -> member.callerToken(ann), pieces::add);
  }

  private <Q> Completed ask(StreamingOperation<Q, Completed> operation, Q question) {
    return Waiting.await(asking(operation, question).answer());
  }

  private <Q> Failure failure(StreamingOperation<Q, Completed> operation, Q question) {
    return Waiting.failureOf(asking(operation, question).answer());
  }
}
