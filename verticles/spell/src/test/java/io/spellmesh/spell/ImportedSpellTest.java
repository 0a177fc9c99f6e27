package io.spellmesh.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.Runner.ReadSpell;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportedSpellTest {

  @Test
  void takesASpellAsItIs() {
    ImportedSpell spell = ImportedSpell.of(read("Eliza 🙂", "42", "{\"hash\":\"x\"}"));

    assertEquals("Eliza 🙂", spell.name());
    assertEquals(List.of("42"), spell.oldIds());
    assertEquals("{\"hash\":\"x\"}", spell.wrapper().toString());
    assertEquals(List.of(), spell.warnings());
  }

  @Test
  void givesANamelessSpellAName() {
    ImportedSpell spell = ImportedSpell.of(read(" \u0000 ", "1", "{}"));

    assertEquals("Imported spell", spell.name());
    assertEquals(1, spell.warnings().size());
  }

  @Test
  void cutsALongNameBetweenCharacters() {
    ImportedSpell spell = ImportedSpell.of(read("x".repeat(199) + "🙂🙂", "1", "{}"));

    assertEquals("x".repeat(199), spell.name());
    assertTrue(spell.warnings().getFirst().message().contains("203 characters"), spell.warnings().toString());
  }

  @Test
  void takesBackTheIdsOfBeforeTheLastExport() {
    String wrapper = "{\"formerIds\":[\"old\",\"older\"],\"hash\":1}";

    ImportedSpell spell = ImportedSpell.of(read("a", "new", wrapper));

    assertEquals(List.of("new", "old", "older"), spell.oldIds());
    assertFalse(spell.wrapper().has("formerIds"));
  }

  @Test
  void leavesOutIdsThatCannotBeLookedUp() {
    String wrapper = "{\"formerIds\":[\"a\\u0000b\",\"ok\"]}";

    ImportedSpell spell = ImportedSpell.of(read("a", "x".repeat(201), wrapper));

    assertEquals(List.of("ok"), spell.oldIds());
    assertTrue(spell.warnings().getFirst().message().startsWith("2 of the ids"), spell.warnings().toString());
  }

  @Test
  void namesTheSpellWhoseGraphIsRefused() {
    ImportedSpell spell = ImportedSpell.of(new ReadSpell("a", Optional.empty(), SpellRoom.graph("{}"),
        SpellRoom.graph("{}"), List.of()));

    Failure refusal = assertThrows(Failure.class, () -> spell.draft(new GraphRules(SpellConfig.DEFAULT)));

    assertTrue(refusal.getMessage().startsWith("spell 'a': the graph has no 'nodes'"), refusal.getMessage());
  }

  private static ReadSpell read(String name, String id, String wrapper) {
    return new ReadSpell(name, Optional.of(id), SpellRoom.graph("{\"nodes\":{}}"), SpellRoom.graph(wrapper),
        List.of());
  }
}
