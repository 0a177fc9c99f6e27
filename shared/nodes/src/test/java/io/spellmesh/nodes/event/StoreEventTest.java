package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.event.Events.NewEvent;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreEventTest {
  private static final String EVENT = "{'content':'Hello','sender':'Ann','observer':'Bot','client':'discord',"
      + "'channel':'general','channelType':'text','projectId':'p','agentId':7,'entities':['Ann',{'name':'Bot'},''],"
      + "'rawData':{'a':1}}";
  private final Memory memory = new Memory();

  @Test
  void keepsTheContentAtItsSocketWithWhereTheEventBelongs() {
    storing("{'type':'Talk'}").given("event", EVENT).given("content", "'Hi'").given("embedding", "[1,0.5]").run();

    NewEvent event = memory.only();
    assertEquals("Hi", event.content());
    assertEquals("Place[type=Optional[Talk], sender=Optional[Ann], observer=Optional[Bot], "
        + "client=Optional[discord], channel=Optional[general], channelType=Optional[text], "
        + "projectId=Optional[p], agentId=Optional[7], entities=Optional[[Ann, Bot]]]",
        event.place().orElseThrow().toString());
    assertEquals(Optional.of(List.of(1.0, 0.5)), event.embedding());
    assertEquals("{\"a\":1}", event.rawData().orElseThrow().toString());
    assertEquals(Optional.of("run/1"), event.key());
  }

  @Test
  void fallsBackToTheEventsOwnContent() {
    storing("{}").given("event", EVENT).run();

    assertEquals("Hello", memory.only().content());
    assertEquals(Optional.of("none"), memory.only().place().orElseThrow().type());
  }

  @Test
  void keepsWhatASpeakerSaidAndWhatAnAgentAnswered() {
    storing("{}").given("event", "{'Input':'x','Speaker':'Ann','Agent':'Bot'}").given("content", "'Hi'")
        .given("secondary", "'Hello Ann'").run();

    assertEquals(List.of("Ann: Hi", "Bot: Hello Ann"), memory.stored().stream().map(event ->
        event.place().orElseThrow().sender().orElseThrow() + ": " + event.content()).toList());
    assertEquals(List.of("run/1", "run/1/secondary"),
        memory.stored().stream().map(event -> event.key().orElseThrow()).toList());
  }

  @Test
  void socketsForSenderAndTypeWinOverTheRest() {
    storing("{'type':'a'}").given("event", EVENT).given("sender", "'Tom'").given("type", "'b'").run();

    assertEquals(Optional.of("Tom"), memory.only().place().orElseThrow().sender());
    assertEquals(Optional.of("b"), memory.only().place().orElseThrow().type());
  }

  @Test
  void keepsNothingOfNothing() {
    storing("{}").given("event", "{'sender':'Ann'}").given("content", "' '").run();
    storing("{}").given("event", "null").given("embedding", "[]").run();
    storing("{}").run();

    assertEquals(List.of(), memory.stored());
  }

  @Test
  void aTextIsAnEventThatSaysIt() {
    storing("{}").given("event", "'Hello'").run();

    assertEquals("Hello", memory.only().content());
  }

  @Test
  void saysWhatCannotBeKept() {
    assertTrue(storing("{}").given("content", "'a\\u0000b'").failure().contains("U+0000"));
    assertTrue(storing("{}").given("content", "'a'").given("embedding", "'x'").failure().contains("needs a list"));
  }

  private Trial storing(String data) {
    return Trial.of(new StoreEvent()).in(memory).set(data);
  }
}
