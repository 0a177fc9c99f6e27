package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The room as it starts: without an address or a key. */
class OfflineIT {
  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();

  OfflineIT() {
    member.deploy(new CompletionVerticle(member.member()));
  }

  @Test
  void answersPieceByPieceAndSaysThatItIsNoModel() {
    List<String> pieces = new CopyOnWriteArrayList<>();

    Completed answer = Waiting.await(member.member().streams().ask(Completions.TEXT,
        new Text("Ann: Hello there\nBob:", Optional.empty()), () -> member.callerToken(ann), pieces::add).answer());

    assertEquals(Completions.OFFLINE, answer.provider());
    assertEquals(answer.text(), String.join("", pieces));
    assertFalse(answer.text().isBlank());
  }

  @Test
  void endsWhereAModelWould() {
    Sampling three = new Sampling(Optional.empty(), Optional.empty(), Optional.of(3), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(List.of("?")));

    Completed answer = Waiting.await(member.ask(ann, Completions.TEXT.operation(),
        new Text("I am tired", Optional.of(three))));

    assertEquals(3, answer.text().split(" ").length);
    assertFalse(answer.text().contains("?"));
  }

  @Test
  void embedsEveryText() {
    Completions.Embedded embedded = Waiting.await(member.ask(ann, Completions.EMBEDDINGS,
        new Completions.Embed(List.of("a cat", "a dog"), Optional.of("whatever"))));

    assertEquals(2, embedded.embeddings().size());
    assertEquals(Completions.OFFLINE, embedded.provider());
  }

  @Test
  void fillsASchemaWithWhatWasSaid() {
    Completed answer = chat(List.of(new Message(Role.USER, "Rome")), Optional.empty(), Optional.of(Wire.read(
        "{\"type\":\"object\",\"required\":[\"city\"],\"properties\":{\"city\":{\"type\":\"string\"}}}", ObjectNode.class)));

    assertEquals("{\"city\":\"Rome\"}", answer.text());
  }

  @Test
  void callsAToolThatIsNamedAndSaysWhatItGave() {
    Tool tool = new Tool("search", "Searches", Wire.read(
        "{\"required\":[\"words\"],\"properties\":{\"words\":{\"type\":\"string\"}}}", ObjectNode.class));
    Message asked = new Message(Role.USER, "Search for Ada");

    Completed called = chat(List.of(asked), Optional.of(List.of(tool)), Optional.empty());
    Completed answered = chat(List.of(asked, new Message(Role.ASSISTANT, "", called.calls(), Optional.empty()),
        new Message(Role.TOOL, "Countess of Lovelace", Optional.empty(), Optional.of("call-1"))),
        Optional.of(List.of(tool)), Optional.empty());

    assertEquals(Optional.of(List.of(new ToolCall("call-1", "search", "{\"words\":\"Search for Ada\"}"))),
        called.calls());
    assertEquals("I was told: Countess of Lovelace", answered.text());
  }

  private Completed chat(List<Message> said, Optional<List<Tool>> tools, Optional<ObjectNode> schema) {
    return Waiting.await(member.ask(ann, Completions.CHAT.operation(),
        new Chat(said, Optional.empty(), Optional.empty(), tools, schema)));
  }
}
