package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventRecallTest {
  private static final String EVENT = "{'content':'Hello','sender':'Ann','observer':'Bot','channel':'general'}";
  private final Memory memory = new Memory();

  @Test
  void givesEventsThatOtherNodesTakeApartAndTheirConversation() {
    Trial.of(new StoreEvent()).in(memory).set("type", "talk").given("event", EVENT).run();
    String id = memory.kept().getFirst().id().toString();

    assertEquals("{'events':[{'id':'" + id + "','content':'Hello','type':'talk','sender':'Ann','observer':'Bot',"
        + "'channel':'general','entities':[],'date':'1970-01-01T00:00:00Z'}],'output':'Ann: Hello\\n'}",
        Trial.of(new EventRecall()).in(memory).given("event", EVENT).outputsOfRun());
  }

  @Test
  void asksForTheSamePlaceWhoeverSpokeThere() {
    Trial.of(new EventRecall()).in(memory).set("{'type':'Talk','max_count':'4'}").given("event", EVENT).run();

    assertEquals("Place[type=Optional[Talk], sender=Optional.empty, observer=Optional[Bot], "
        + "client=Optional.empty, channel=Optional[general], channelType=Optional.empty, "
        + "projectId=Optional.empty, agentId=Optional.empty, entities=Optional.empty]",
        memory.recall().place().orElseThrow().toString());
    assertEquals(Optional.of(4), memory.recall().count());
    assertEquals(Optional.empty(), memory.recall().near());
  }

  @Test
  void asksForWhatIsNearAnEmbedding() {
    Trial.of(new EventRecall()).in(memory).given("embedding", "[1,2]").given("type", "'note'").run();

    assertEquals(Optional.of(List.of(1.0, 2.0)), memory.recall().near());
    assertEquals(Optional.of("note"), memory.recall().place().orElseThrow().type());
    assertEquals(Optional.of(6), memory.recall().count());
  }

  @Test
  void saysHowManyItMayRecall() {
    assertTrue(Trial.of(new EventRecall()).in(memory).set("max_count", "5000").failure().contains("How many"));
  }
}
