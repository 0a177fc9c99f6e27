package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.graph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Import;
import io.spellmesh.contract.spell.Spells.NewProject;
import io.spellmesh.contract.spell.Spells.Reference;
import io.spellmesh.contract.spell.Spells.Spell;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();
  private Spell parent;

  @BeforeEach
  void makeParent() {
    parent = ROOM.create(user, "parent");
  }

  @Test
  void findsTheNewestOfAName() {
    ROOM.create(user, "child");
    Spell newer = ROOM.create(user, "child");

    assertEquals(newer, find("child"));
  }

  @Test
  void findsByItsNewestNameOnly() {
    Spell child = ROOM.create(user, "child");
    Spell renamed = ROOM.ask(user, Spells.UPDATE,
        new Spells.Change(child.id(), 1, Optional.of("renamed"), Optional.empty()));

    assertEquals(renamed, find("renamed"));
    assertUnknown("child");
  }

  @Test
  void prefersAnIdToAnOldIdAndThatToAName() {
    Spell byId = ROOM.create(user, "by id");
    UUID byOldId = imported("by old id", byId.id().toString());
    ROOM.create(user, "by name");
    UUID old = imported("x", "by name");

    assertEquals(byId, find(byId.id().toString()));
    assertEquals(byId, find(byId.id().toString().toUpperCase(Locale.ROOT)));
    assertEquals(old, find("by name").id());
    ROOM.ask(user, Spells.DELETE, SpellRoom.newest(byId.id()));
    assertEquals(byOldId, find(byId.id().toString()).id());
  }

  @Test
  void prefersTheNewestOfOneOldId() {
    imported("a", "old-7");
    UUID newer = imported("b", "old-7");

    assertEquals(newer, find("old-7").id());
  }

  @Test
  void looksForNamesAndOldIdsInTheProjectOnly() {
    UUID elsewhere = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("elsewhere")).id();
    Spell other = ROOM.ask(user, Spells.CREATE,
        new Spells.NewSpell("other", Optional.of(elsewhere), graph("{\"nodes\":{}}")));

    assertUnknown("other");
    assertEquals(other, find(other.id().toString()));
  }

  @Test
  void prefersACopyInItsProjectToTheOriginalElsewhere() {
    UUID elsewhere = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("elsewhere")).id();
    Spell original = ROOM.ask(user, Spells.CREATE,
        new Spells.NewSpell("original", Optional.of(elsewhere), graph("{\"nodes\":{}}")));
    UUID copy = imported("copy", original.id().toString());

    assertEquals(copy, find(original.id().toString()).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "%", "par_nt", "PARENT", "parent ", "1-1-1-1-1", "' OR true --",
      "00000000-0000-0000-0000-000000000000"})
  void findsNothingByOtherWords(String reference) {
    assertUnknown(reference);
  }

  private Spell find(String reference) {
    return ROOM.ask(user, Spells.FIND, new Reference(parent.id(), reference));
  }

  private void assertUnknown(String reference) {
    assertEquals("no spell '" + reference + "' in the project of spell " + parent.id(),
        ROOM.refusal(user, Spells.FIND, new Reference(parent.id(), reference)).getMessage());
  }

  private UUID imported(String name, String oldId) {
    return ROOM.ask(user, Spells.IMPORT, new Import(
        graph("{\"graph\":{\"nodes\":{}}}").put("name", name).put("id", oldId), Optional.empty()))
        .spells().getFirst().id();
  }
}
