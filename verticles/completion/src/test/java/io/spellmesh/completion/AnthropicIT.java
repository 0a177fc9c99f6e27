package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Completions.Tool;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.contract.completion.Completions.Usage;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The room between the bus and a server that speaks Anthropic's Messages API. */
class AnthropicIT {
  private static final String KEY = "sk-ant-0123456789abcdef";

  @AutoClose
  private final LoopbackVendor vendor = new LoopbackVendor();
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("completion.anthropic.base-url", vendor.url(),
      "completion.anthropic.api-key", KEY, "completion.anthropic.model", "claude-x",
      "completion.openai.retry-delay", "1ms", "completion.openai.silence", "2s"));

  private final UUID ann = UUID.randomUUID();
  private final List<String> pieces = new CopyOnWriteArrayList<>();

  AnthropicIT() {
    member.deploy(new CompletionVerticle(member.member()));
  }

  @Test
  void aConversationIsAskedInItsFormatAndHeardPieceByPiece() {
    vendor.streams(
        "event: message_start\ndata: {'type':'message_start','message':{'id':'m','model':'claude-x-1','usage':"
            + "{'input_tokens':25,'output_tokens':1}}}",
        "event: content_block_start\ndata: {'type':'content_block_start','index':0,'content_block':"
            + "{'type':'text','text':''}}",
        "event: ping\ndata: {'type':'ping'}",
        "event: content_block_delta\ndata: {'type':'content_block_delta','index':0,'delta':"
            + "{'type':'text_delta','text':'Hello'}}",
        "event: content_block_delta\ndata: {'type':'content_block_delta','index':0,'delta':"
            + "{'type':'text_delta','text':'!'}}",
        "event: content_block_stop\ndata: {'type':'content_block_stop','index':0}",
        "event: message_delta\ndata: {'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':"
            + "{'output_tokens':15}}",
        "event: message_stop\ndata: {'type':'message_stop'}");
    Sampling sampling = new Sampling(Optional.empty(), Optional.of(1.5), Optional.of(7), Optional.of(0.9),
        Optional.of(0.1), Optional.empty(), Optional.of(List.of("###", "\n")));

    Completed answer = ask(Completions.CHAT, new Chat(List.of(new Message(Role.SYSTEM, "Be kind."),
        new Message(Role.ASSISTANT, "Yes?"), new Message(Role.USER, "Hi"), new Message(Role.USER, "Ho")),
        Optional.of(sampling), Optional.empty()));

    assertEquals(new Completed("Hello!", Optional.empty(), "anthropic", "claude-x-1",
        Optional.of(new Usage(25, 15))), answer);
    assertEquals(List.of("Hello", "!"), pieces);
    LoopbackVendor.Asked asked = vendor.asked().getFirst();
    assertEquals("/v1/messages", asked.path());
    assertEquals(KEY, asked.headers().get("x-api-key"));
    assertEquals("2023-06-01", asked.headers().get("anthropic-version"));
    assertFalse(asked.headers().contains("Authorization"));
    assertEquals("""
        {"model":"claude-x","max_tokens":7,"stream":true,"temperature":1.0,"top_p":0.9,"stop_sequences":["###"],\
        "system":"Be kind.","messages":[{"role":"user","content":[{"type":"text","text":"…"}]},\
        {"role":"assistant","content":[{"type":"text","text":"Yes?"}]},\
        {"role":"user","content":[{"type":"text","text":"Hi"},{"type":"text","text":"Ho"}]}]}""",
        asked.body().toString());
  }

  @Test
  void toolsAreCalledAndTheirAnswersTakenBack() {
    vendor.streams(
        "data: {'type':'message_start','message':{'model':'claude-x','usage':{'input_tokens':1}}}",
        "data: {'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Let me see.'}}",
        "data: {'type':'content_block_start','index':1,'content_block':{'type':'tool_use','id':'toolu_1',"
            + "'name':'add','input':{}}}",
        "data: {'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta','partial_json':"
            + "'{\\'a\\':'}}",
        "data: {'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta','partial_json':'2}'}}",
        "data: {'type':'message_delta','delta':{'stop_reason':'tool_use'},'usage':{'output_tokens':9}}");

    Completed answer = ask(Completions.CHAT, new Chat(List.of(new Message(Role.USER, "Add"),
        new Message(Role.ASSISTANT, "", Optional.of(List.of(new ToolCall("t0", "add", "{\"a\":1}"))),
            Optional.empty()),
        new Message(Role.TOOL, "1", Optional.empty(), Optional.of("t0"))), Optional.empty(), Optional.empty(),
        Optional.of(List.of(new Tool("add", "Adds", Wire.read("{\"type\":\"object\"}", ObjectNode.class)))),
        Optional.empty()));

    assertEquals(Optional.of(List.of(new ToolCall("toolu_1", "add", "{\"a\":2}"))), answer.calls());
    assertEquals("Let me see.", answer.text());
    assertEquals("""
        [{"role":"user","content":[{"type":"text","text":"Add"}]},\
        {"role":"assistant","content":[{"type":"tool_use","id":"t0","name":"add","input":{"a":1}}]},\
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"t0","content":"1"}]}]""",
        vendor.asked().getFirst().body().get("messages").toString());
    assertEquals("[{\"name\":\"add\",\"description\":\"Adds\",\"input_schema\":{\"type\":\"object\"}}]",
        vendor.asked().getFirst().body().get("tools").toString());
  }

  @Test
  void aTextIsContinuedByAConversation() {
    vendor.json(200, "{'type':'message','model':'claude-x','content':[{'type':'text','text':'upon a time'}],"
        + "'usage':{'input_tokens':3,'output_tokens':4}}");

    Completed answer = ask(Completions.TEXT, new Text("Once", Optional.empty()));

    assertEquals("upon a time", answer.text());
    assertEquals(Optional.of(new Usage(3, 4)), answer.usage());
  }

  @Test
  void whatGoesWrongIsToldInItsWordsAndNeverWithTheKey() {
    vendor.json(401, "{'type':'error','error':{'type':'authentication_error','message':'invalid x-api-key " + KEY
        + "'}}");
    Failure refused = failure(new Text("Once", Optional.empty()));
    vendor.streams("data: {'type':'message_start','message':{}}",
        "data: {'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}");
    Failure broken = failure(new Text("Once", Optional.empty()));

    assertEquals("the model server answered 401: invalid x-api-key ***", refused.getMessage());
    assertEquals(FailureCode.PROVIDER_FAILED, refused.code());
    assertEquals("the model server broke off: Overloaded", broken.getMessage());
  }

  @Test
  void aStopIsNoticedByTheServer() {
    Promise<Void> gone = Promise.promise();
    vendor.answers(response -> {
      response.closeHandler(_ -> gone.complete());
      response.setChunked(true).putHeader("Content-Type", "text/event-stream").write("data: {\"type\":"
          + "\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"endless\"}}\n\n");
    });
    StreamedAnswer<Completed> asked = asking(Completions.TEXT, new Text("Hi", Optional.empty()));
    Waiting.until(() -> !pieces.isEmpty());

    asked.stop();

    Waiting.await(gone.future());
    assertEquals(FailureCode.CANCELLED, Waiting.failureOf(asked.answer()).code());
  }

  private <Q> StreamedAnswer<Completed> asking(StreamingOperation<Q, Completed> operation, Q question) {
    return member.member().streams().ask(operation, question, () -> member.callerToken(ann), pieces::add);
  }

  private <Q> Completed ask(StreamingOperation<Q, Completed> operation, Q question) {
    return Waiting.await(asking(operation, question).answer());
  }

  private Failure failure(Text question) {
    return Waiting.failureOf(asking(Completions.TEXT, question).answer());
  }
}
