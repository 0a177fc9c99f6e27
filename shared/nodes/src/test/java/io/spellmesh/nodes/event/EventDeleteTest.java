package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventDeleteTest {
  private final Memory memory = new Memory();

  @Test
  void forgetsAnEventAndMindsNoneThatIsForgottenAlready() {
    Trial.of(new StoreEvent()).in(memory).given("content", "'a'").run();
    String id = memory.kept().getFirst().id().toString();

    deleting("{'id':'" + id + "'}").run();

    assertEquals(List.of(), memory.kept());
    Trial again = deleting("'" + id + "'");
    again.run();
    assertEquals(List.of("info: there was no such event"), again.lines());
  }

  @Test
  void needsAnEventThatWasStored() {
    assertTrue(deleting("{'content':'a'}").failure().startsWith("input 'event': got no event"));
    assertEquals("input 'event': needs a value, and nothing is wired to it",
        Trial.of(new EventDelete()).in(memory).failure());
  }

  private Trial deleting(String event) {
    return Trial.of(new EventDelete()).in(memory).given("event", event);
  }
}
