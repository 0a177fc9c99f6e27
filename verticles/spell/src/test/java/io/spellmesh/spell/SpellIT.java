package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.graph;
import static io.spellmesh.spell.SpellRoom.newest;
import static io.spellmesh.spell.SpellRoom.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Change;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.Publish;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.spell.Spells.Version;
import io.spellmesh.contract.spell.Spells.VersionPage;
import io.spellmesh.contract.spell.Spells.Versions;
import io.spellmesh.contract.spell.Spells.Which;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SpellIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();

  @Test
  void givesBackWhatWasSaved() {
    String json = "{\"z\":[1.50,1e3,12345678901234567890,null],"
        + "\"nodes\":{\"2\":{\"t\":\"\\u0000 🙂 \\u2028\"},\"1\":{}},"
        + "\"a\":\"'; DROP TABLE spell.spell; --\"}";
    ObjectNode graph = graph(json);

    Spell made = ROOM.ask(user, Spells.CREATE, new NewSpell("Ünïcode 🙂", Optional.empty(), graph));
    Spell read = ROOM.ask(user, Spells.GET, newest(made.id()));

    assertEquals(made, read);
    assertEquals(graph, read.graph());
    assertEquals(graph.toString(), read.graph().toString());
    assertEquals("Ünïcode 🙂", read.name());
    assertEquals(1, read.version());
    assertEquals(Optional.empty(), read.published());
  }

  @Test
  void keepsEveryVersionAsItWas() {
    Spell first = ROOM.create(user, "first");
    ObjectNode changed = graph("{\"nodes\":{\"1\":{}}}");

    Spell second = ROOM.ask(user, Spells.UPDATE, change(first, Optional.empty(), Optional.of(changed)));
    Spell third = ROOM.ask(user, Spells.UPDATE, change(second, Optional.of("third"), Optional.empty()));

    assertEquals(2, second.version());
    assertEquals("first", second.name());
    assertEquals(changed, second.graph());
    assertEquals(3, third.version());
    assertEquals("third", third.name());
    assertEquals(changed, third.graph());
    assertEquals(third, ROOM.ask(user, Spells.GET, newest(first.id())));
    Spell old = ROOM.ask(user, Spells.GET, new Which(first.id(), Optional.of(1)));
    assertEquals("first", old.name());
    assertEquals(first.graph(), old.graph());
  }

  @Test
  void namesTheVersionsThereAre() {
    Spell spell = ROOM.create(user, "a");

    Failure refusal = ROOM.refusal(user, Spells.GET, new Which(spell.id(), Optional.of(2)));

    assertEquals(FailureCode.NOT_FOUND, refusal.code());
    assertEquals("spell " + spell.id() + " has no version 2, its newest is 1", refusal.getMessage());
  }

  @Test
  void refusesAChangeOfAnOldVersionAndNamesTheNewest() {
    Spell first = ROOM.create(user, "a");
    ROOM.ask(user, Spells.UPDATE, change(first, Optional.of("b"), Optional.empty()));

    Failure refusal = ROOM.refusal(user, Spells.UPDATE, change(first, Optional.of("c"), Optional.empty()));

    assertEquals(FailureCode.CONFLICT, refusal.code());
    assertTrue(refusal.getMessage().contains("is at version 2"), refusal.getMessage());
    assertEquals("b", ROOM.ask(user, Spells.GET, newest(first.id())).name());
  }

  @Test
  void refusesAGraphThatIsNone() {
    Spell spell = ROOM.create(user, "a");

    Failure made = ROOM.refusal(user, Spells.CREATE, new NewSpell("b", Optional.empty(), graph("{}")));
    Failure changed =
        ROOM.refusal(user, Spells.UPDATE, change(spell, Optional.empty(), Optional.of(graph("{}"))));

    assertEquals(FailureCode.BAD_REQUEST, made.code());
    assertTrue(made.getMessage().contains("must be an object like {\"nodes\""), made.getMessage());
    assertEquals(made.getMessage(), changed.getMessage());
    assertEquals(1, ROOM.ask(user, Spells.GET, newest(spell.id())).version());
  }

  @Test
  void savesAndReadsAGraphOfManyMegabytes() {
    ObjectNode graph = graph("{\"nodes\":{\"1\":{}}}").put("text", "é".repeat(4_000_000));

    Spell made = ROOM.ask(user, Spells.CREATE, new NewSpell("large", Optional.empty(), graph));

    assertEquals(graph, ROOM.ask(user, Spells.GET, newest(made.id())).graph());
  }

  @Test
  void publishesAndRollsBack() {
    Spell spell = ROOM.create(user, "a");
    ROOM.ask(user, Spells.UPDATE, change(spell, Optional.of("b"), Optional.empty()));

    assertEquals(Optional.of(2), ROOM.ask(user, Spells.PUBLISH, new Publish(spell.id(), 2)).published());
    assertEquals(Optional.of(1), ROOM.ask(user, Spells.PUBLISH, new Publish(spell.id(), 1)).published());
    Spell read = ROOM.ask(user, Spells.GET, newest(spell.id()));
    assertEquals(Optional.of(1), read.published());
    assertEquals(2, read.version());
    Failure refusal = ROOM.refusal(user, Spells.PUBLISH, new Publish(spell.id(), 3));
    assertEquals("spell " + spell.id() + " has no version 3, its newest is 2", refusal.getMessage());
  }

  @Test
  void deletesForGood() {
    Spell spell = ROOM.create(user, "a");
    ROOM.ask(user, Spells.UPDATE, change(spell, Optional.of("b"), Optional.empty()));

    Failure oneVersion = ROOM.refusal(user, Spells.DELETE, new Which(spell.id(), Optional.of(1)));
    ROOM.ask(user, Spells.DELETE, newest(spell.id()));

    assertEquals(FailureCode.BAD_REQUEST, oneVersion.code());
    for (Which which : List.of(newest(spell.id()), new Which(spell.id(), Optional.of(1)))) {
      assertEquals("no spell " + spell.id(), ROOM.refusal(user, Spells.GET, which).getMessage());
    }
    assertEquals(FailureCode.NOT_FOUND, ROOM.refusal(user, Spells.DELETE, newest(spell.id())).code());
    assertEquals(FailureCode.NOT_FOUND,
        ROOM.refusal(user, Spells.VERSIONS, new Versions(spell.id(), Page.first())).code());
  }

  @Test
  void listsVersionsNewestFirst() {
    Spell spell = ROOM.create(user, "v1");
    for (int base = 1; base < 5; base++) {
      ROOM.ask(user, Spells.UPDATE,
          new Change(spell.id(), base, Optional.of("v" + (base + 1)), Optional.empty()));
    }

    VersionPage first = ROOM.ask(user, Spells.VERSIONS, new Versions(spell.id(), page(3, Optional.empty())));
    VersionPage second = ROOM.ask(user, Spells.VERSIONS, new Versions(spell.id(), page(3, first.next())));

    assertEquals(List.of("v5", "v4", "v3"), first.items().stream().map(Version::name).toList());
    assertEquals(List.of(2, 1), second.items().stream().map(Version::version).toList());
    assertEquals(Optional.empty(), second.next());
  }

  private static Change change(Spell base, Optional<String> name, Optional<ObjectNode> graph) {
    return new Change(base.id(), base.version(), name, graph);
  }
}
