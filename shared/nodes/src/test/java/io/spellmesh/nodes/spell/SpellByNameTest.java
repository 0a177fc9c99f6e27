package io.spellmesh.nodes.spell;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellByNameTest {
  @Test
  void callsTheSpellWithTheInputsAndTheEventForItsInput() {
    assertEquals(Optional.of(new SpellCall("Greeter", (ObjectNode) json("{'a':1}"), Optional.of(json("{'content':'x'}")))),
        Trial.of(new SpellByName()).set("spellName", "on the card").given("spellName", "' Greeter '")
            .given("inputs", "{'a':1}").given("event", "{'content':'x'}").run().calling());
  }

  @Test
  void takesTheNameOfTheCardWhereNoneIsWired() {
    assertEquals(Optional.of(new SpellCall("on the card", (ObjectNode) json("{}"), Optional.empty())),
        Trial.of(new SpellByName()).set("spellName", "on the card").run().calling());
    assertEquals("input 'spellName': needs the name of a spell", Trial.of(new SpellByName()).failure());
  }

  @Test
  void givesEveryOutput() {
    assertEquals("{'outputs':{'one':1,'two':[2]}}",
        Trial.of(new SpellByName()).answered("{'one':1,'two':[2]}").outputsOfRun());
  }
}
