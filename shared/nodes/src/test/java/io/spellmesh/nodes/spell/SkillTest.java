package io.spellmesh.nodes.spell;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkillTest {
  @Test
  void callsTheSpellWithContentAndTask() {
    assertEquals(Optional.of(new SpellCall("Search", (ObjectNode) json("{'task':{'id':1}}"),
        Optional.of(json("'find it'")))), Trial.of(new Skill()).given("spellName", "'Search'")
            .given("content", "'find it'").given("task", "{'id':1}").run().calling());
  }

  @Test
  void givesTheOutputAsText() {
    assertEquals("{'output':'found'}", Trial.of(new Skill()).answered("{'Output':'found'}").outputsOfRun());
  }
}
