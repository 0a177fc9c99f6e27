package io.spellmesh.nodes.io;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellInputTest {
  @Test
  void givesNothingOfItsOwnBecauseTheEngineHoldsTheValue() {
    assertEquals(Result.nothing(), Trial.of(new SpellInput()).run());
  }

  @Test
  void isAnEntryWithItsTrigger() {
    assertEquals(new Role.ValueEntry(SpellInput.VALUE, Optional.of(SpellInput.TRIGGER)),
        new SpellInput().spec().role());
  }

  @Test
  void isMeantByAnInputThatTheTextFieldIsNot() {
    var alias = new SpellInput().spec().names().stream().filter(name -> name.name().equals("Input")).toList();

    assertEquals(1, alias.size());
    assertTrue(alias.get(0).when().test((ObjectNode) json("{'outputs':{'output':{}}}")));
    assertFalse(alias.get(0).when().test((ObjectNode) json("{'outputs':{'text':{}}}")));
  }
}
