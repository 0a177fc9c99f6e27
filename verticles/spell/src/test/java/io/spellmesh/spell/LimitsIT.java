package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.graph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Import;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.ProjectOf;
import io.spellmesh.contract.spell.Spells.Spell;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LimitsIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open(Map.of("spells.max-nodes", "2",
      "spells.max-bytes", "2KB", "spells.max-file", "2", "spells.export-bytes", "2KB"));

  private final UUID user = UUID.randomUUID();

  @Test
  void refusesTooManyNodes() {
    assertRefused("the graph has 3 nodes, at most 2", graph("{\"nodes\":{\"1\":{},\"2\":{},\"3\":{}}}"));
  }

  @Test
  void refusesTooManyBytes() {
    assertRefused("the graph has ", graph("{\"nodes\":{}}").put("t", "x".repeat(2048)));
  }

  @Test
  void refusesTooManySpellsOfAFile() {
    ObjectNode file = graph("{\"spells\":[]}");
    for (int i = 0; i < 3; i++) {
      file.withArray("spells").addObject().put("name", "s").set("graph", graph("{\"nodes\":{}}"));
    }

    assertEquals("the file holds 3 spells, at most 2",
        ROOM.refusal(user, Spells.IMPORT, new Import(file, Optional.empty())).getMessage());
  }

  @Test
  void refusesTooLargeAWrapper() {
    ObjectNode file = graph("{\"name\":\"a\",\"graph\":{\"nodes\":{}},\"wrapper\":{}}");
    file.withObject("wrapper").put("state", "x".repeat(2048));

    Failure refusal = ROOM.refusal(user, Spells.IMPORT, new Import(file, Optional.empty()));

    assertTrue(refusal.getMessage().startsWith("spell 'a': the wrapper has"), refusal.getMessage());
  }

  @Test
  void refusesToExportTooMuchAtOnce() {
    ObjectNode graph = graph("{\"nodes\":{}}").put("t", "x".repeat(1200));
    Spell one = ROOM.ask(user, Spells.CREATE, new NewSpell("a", Optional.empty(), graph));

    ROOM.ask(user, Spells.PROJECT_EXPORT, new ProjectOf(one.project()));
    ROOM.ask(user, Spells.CREATE, new NewSpell("b", Optional.empty(), graph));
    Failure refusal = ROOM.refusal(user, Spells.PROJECT_EXPORT, new ProjectOf(one.project()));

    assertEquals(FailureCode.BAD_REQUEST, refusal.code());
    assertTrue(refusal.getMessage().contains("export them one by one"), refusal.getMessage());
  }

  private void assertRefused(String message, ObjectNode graph) {
    Failure refusal = ROOM.refusal(user, Spells.CREATE, new NewSpell("a", Optional.empty(), graph));

    assertEquals(FailureCode.BAD_REQUEST, refusal.code());
    assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
  }
}
