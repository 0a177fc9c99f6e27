package io.spellmesh.nodes.spell;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSpellTest {
  private static Optional<SpellCall> call(String spell) {
    return Trial.of(new RunSpell()).given("spell", spell).given("inputs", "{'a':1}").run().calling();
  }

  @Test
  void callsTheSpellByItsIdElseByItsName() {
    ObjectNode inputs = (ObjectNode) json("{'a':1}");

    assertEquals(Optional.of(new SpellCall("i", inputs, Optional.empty())), call("{'id':'i','name':'n'}"));
    assertEquals(Optional.of(new SpellCall("n", inputs, Optional.empty())), call("{'id':7,'name':'n'}"));
    assertEquals(Optional.of(new SpellCall("text", inputs, Optional.empty())), call("'text'"));
  }

  @Test
  void givesTheOutputElseTheFirstOneAsText() {
    assertEquals("{'output':'2'}", Trial.of(new RunSpell()).answered("{'other':1,'Output':2}").outputsOfRun());
    assertEquals("{'output':'[1]'}", Trial.of(new RunSpell()).answered("{'other':[1],'more':2}").outputsOfRun());
    assertEquals("{}", Trial.of(new RunSpell()).answered("{}").outputsOfRun());
  }

  @Test
  void saysThatTheSpellHasNoName() {
    assertEquals("input 'spell': the spell has no 'id' and no 'name' that is a text",
        Trial.of(new RunSpell()).given("spell", "{'name':''}").failure());
    assertEquals("input 'spell': needs a value, and nothing is wired to it", Trial.of(new RunSpell()).failure());
  }
}
