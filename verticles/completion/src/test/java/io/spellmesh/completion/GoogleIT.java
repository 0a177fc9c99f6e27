package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Tool;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.contract.completion.Completions.Usage;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The room between the bus and a server that speaks Gemini's generateContent API. */
class GoogleIT {
  private static final String KEY = "AIzaSy0123456789";

  @AutoClose
  private final LoopbackVendor vendor = new LoopbackVendor();
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("completion.google.base-url", vendor.url(),
      "completion.google.api-key", KEY, "completion.openai.retry-delay", "1ms", "completion.openai.silence", "2s"));

  private final UUID ann = UUID.randomUUID();
  private final List<String> pieces = new CopyOnWriteArrayList<>();

  GoogleIT() {
    member.deploy(new CompletionVerticle(member.member()));
  }

  @Test
  void aConversationIsAskedInItsFormatAndHeardPieceByPiece() {
    vendor.streams(
        "data: {'candidates':[{'content':{'parts':[{'text':'hm','thought':true},{'text':'Hello'}],'role':'model'}}],"
            + "'modelVersion':'gemini-2.5-flash-001'}",
        "data: {'candidates':[{'content':{'parts':[{'text':'!'}],'role':'model'},'finishReason':'STOP'}],"
            + "'usageMetadata':{'promptTokenCount':4,'candidatesTokenCount':5,'totalTokenCount':9}}");
    Sampling sampling = new Sampling(Optional.of("google/gemini-2.5-pro"), Optional.of(0.5), Optional.of(7),
        Optional.of(0.9), Optional.of(0.1), Optional.of(0.2), Optional.of(List.of("a", "b", "c", "d", "e", "f")));

    Completed answer = ask(new Chat(List.of(new Message(Role.SYSTEM, "Be kind."), new Message(Role.USER, "Hi"),
        new Message(Role.ASSISTANT, "Yes?"), new Message(Role.USER, "Ho")), Optional.of(sampling), Optional.empty(),
        Optional.empty(), Optional.of(object())));

    assertEquals(new Completed("Hello!", Optional.empty(), "google", "gemini-2.5-flash-001",
        Optional.of(new Usage(4, 5))), answer);
    assertEquals(List.of("Hello", "!"), pieces);
    LoopbackVendor.Asked asked = vendor.asked().getFirst();
    assertEquals("/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse", asked.path());
    assertEquals(KEY, asked.headers().get("x-goog-api-key"));
    assertEquals("""
        {"systemInstruction":{"parts":[{"text":"Be kind."}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]},\
        {"role":"model","parts":[{"text":"Yes?"}]},{"role":"user","parts":[{"text":"Ho"}]}],\
        "generationConfig":{"temperature":0.5,"maxOutputTokens":7,"topP":0.9,"frequencyPenalty":0.1,\
        "presencePenalty":0.2,"stopSequences":["a","b","c","d","e"],"responseMimeType":"application/json",\
        "responseJsonSchema":{"type":"object"}}}""", asked.body().toString());
  }

  @Test
  void toolsAreCalledAndTheirAnswersTakenBack() {
    vendor.streams("data: {'candidates':[{'content':{'parts':[{'functionCall':{'name':'add','args':{'a':2}}},"
        + "{'functionCall':{'name':'now'}}],'role':'model'}}]}");

    Completed answer = ask(new Chat(List.of(new Message(Role.USER, "Add"),
        new Message(Role.ASSISTANT, "", Optional.of(List.of(new ToolCall("c0", "add", "{\"a\":1}"))),
            Optional.empty()),
        new Message(Role.TOOL, "1", Optional.empty(), Optional.of("c0"))), Optional.empty(), Optional.empty(),
        Optional.of(List.of(new Tool("add", "Adds", object()), new Tool("now", "Tells", object()))),
        Optional.empty()));

    assertEquals(Optional.of(List.of(new ToolCall("call-1", "add", "{\"a\":2}"), new ToolCall("call-2", "now", "{}"))),
        answer.calls());
    assertEquals("""
        {"contents":[{"role":"user","parts":[{"text":"Add"}]},\
        {"role":"model","parts":[{"functionCall":{"name":"add","args":{"a":1}}}]},\
        {"role":"user","parts":[{"functionResponse":{"name":"add","response":{"result":"1"}}}]}],\
        "tools":[{"functionDeclarations":[{"name":"add","description":"Adds","parametersJsonSchema":\
        {"type":"object"}},{"name":"now","description":"Tells","parametersJsonSchema":{"type":"object"}}]}]}""",
        vendor.asked().getFirst().body().toString());
  }

  @Test
  void textsAreEmbeddedInOrder() {
    vendor.json(200, "{'embeddings':[{'values':[1,0.5]},{'values':[0,-1]}]}");

    Embedded embedded = Waiting.await(member.ask(ann, Completions.EMBEDDINGS,
        new Embed(List.of("one", "two"), Optional.empty())));

    assertEquals(new Embedded(List.of(List.of(1.0, 0.5), List.of(0.0, -1.0)), "google", "gemini-embedding-001"),
        embedded);
    assertEquals("/v1beta/models/gemini-embedding-001:batchEmbedContents", vendor.asked().getFirst().path());
    assertEquals("{\"requests\":[{\"model\":\"models/gemini-embedding-001\",\"content\":{\"parts\":[{\"text\":\"one\"}]}},"
        + "{\"model\":\"models/gemini-embedding-001\",\"content\":{\"parts\":[{\"text\":\"two\"}]}}]}",
        vendor.asked().getFirst().body().toString());
  }

  @Test
  void whatItDoesNotAnswerIsSaid() {
    vendor.streams("data: {'promptFeedback':{'blockReason':'SAFETY'}}");
    Failure blocked = failure("Hi", Optional.empty());
    vendor.json(400, "{'error':{'code':400,'message':'API key not valid: " + KEY + "','status':'INVALID_ARGUMENT'}}");
    Failure refused = failure("Hi", Optional.empty());
    Failure noName = failure("Hi", Optional.of("google/../../v1/secrets"));

    assertEquals(FailureCode.UNPROCESSABLE, blocked.code());
    assertEquals("the model server does not answer this: SAFETY", blocked.getMessage());
    assertEquals("the model server answered 400: API key not valid: ***", refused.getMessage());
    assertTrue(noName.getMessage().startsWith("the model is '../../v1/secrets', must be"), noName.getMessage());
    assertEquals(2, vendor.asked().size());
  }

  private static ObjectNode object() {
    return Wire.read("{\"type\":\"object\"}", ObjectNode.class);
  }

  private StreamedAnswer<Completed> asking(Chat question) {
    return member.member().streams().ask(Completions.CHAT, question, () -> member.callerToken(ann), pieces::add);
  }

  private Completed ask(Chat question) {
    return Waiting.await(asking(question).answer());
  }

  private Failure failure(String said, Optional<String> model) {
    return Waiting.failureOf(asking(new Chat(List.of(new Message(Role.USER, said)),
        Optional.of(new Sampling(model, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty())), Optional.empty())).answer());
  }
}
