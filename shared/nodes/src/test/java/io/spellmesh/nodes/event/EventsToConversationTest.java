package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class EventsToConversationTest {
  @Test
  void writesALineForEachEvent() {
    assertEquals(TextNode.valueOf("Ada: hi\nBot: hello\n: \n"), Trial.of(new EventsToConversation())
        .given("events", "[{'sender':'Ada','content':'hi'},{'Speaker':'Bot','Input':'hello'},{}]").run()
        .outputs().get("conversation"));
  }

  @Test
  void readsAnAnswerOfOldAndNothing() {
    assertEquals(TextNode.valueOf("A: b\n"), Trial.of(new EventsToConversation())
        .given("events", "{'events':[{'sender':'A','content':'b'}]}").run().outputs().get("conversation"));
    assertEquals("{'conversation':''}", Trial.of(new EventsToConversation()).outputsOfRun());
    assertEquals("{'conversation':''}",
        Trial.of(new EventsToConversation()).given("events", "null").outputsOfRun());
  }
}
