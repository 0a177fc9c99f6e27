package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.graph;
import static io.spellmesh.spell.SpellRoom.newest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Change;
import io.spellmesh.contract.spell.Spells.Import;
import io.spellmesh.contract.spell.Spells.Move;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.ProjectOf;
import io.spellmesh.contract.spell.Spells.Publish;
import io.spellmesh.contract.spell.Spells.Reference;
import io.spellmesh.contract.spell.Spells.RenamedProject;
import io.spellmesh.contract.spell.Spells.Some;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.spell.Spells.Versions;
import io.spellmesh.contract.spell.Spells.Which;
import io.spellmesh.testkit.Waiting;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is another user's and what does not exist are told apart by nobody. */
class IsolationIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private static final UUID OWNER = UUID.randomUUID();
  private static final UUID STRANGER = UUID.randomUUID();
  private static final Spell THEIRS = ROOM.create(OWNER, "theirs");
  private static final Spell MINE = ROOM.create(STRANGER, "mine");

  /** One way to reach for a spell or project by its id. */
  record Reach<Q>(Operation<Q, ?> operation, Function<UUID, Q> question, String what) {
    Failure by(UUID user, UUID id) {
      return ROOM.refusal(user, operation, question.apply(id));
    }

    @Override
    public String toString() {
      return operation.address() + " by " + what;
    }
  }

  static Stream<Reach<?>> spells() {
    return Stream.of(
        new Reach<>(Spells.GET, SpellRoom::newest, "spell"),
        new Reach<>(Spells.GET, id -> new Which(id, Optional.of(1)), "version"),
        new Reach<>(Spells.GET, id -> new Which(id, Optional.of(9)), "unknown version"),
        new Reach<>(Spells.UPDATE, id -> new Change(id, 1, Optional.of("x"), Optional.empty()), "spell"),
        new Reach<>(Spells.UPDATE, id -> new Change(id, 9, Optional.of("x"), Optional.empty()), "stale base"),
        new Reach<>(Spells.MOVE, id -> new Move(id, MINE.project()), "spell"),
        new Reach<>(Spells.DELETE, SpellRoom::newest, "spell"),
        new Reach<>(Spells.VERSIONS, id -> new Versions(id, Page.first()), "spell"),
        new Reach<>(Spells.PUBLISH, id -> new Publish(id, 1), "spell"),
        new Reach<>(Spells.PUBLISH, id -> new Publish(id, 9), "unknown version"),
        new Reach<>(Spells.EXPORT, SpellRoom::newest, "spell"),
        new Reach<>(Spells.EXPORT, id -> new Which(id, Optional.of(1)), "version"),
        new Reach<>(Spells.FIND, id -> new Reference(id, "theirs"), "neighbour"),
        new Reach<>(Spells.FIND, id -> new Reference(id, MINE.id().toString()), "own spell from there"));
  }

  static Stream<Reach<?>> projects() {
    return Stream.of(
        new Reach<>(Spells.PROJECT_GET, ProjectOf::new, "project"),
        new Reach<>(Spells.PROJECT_RENAME, id -> new RenamedProject(id, "x"), "project"),
        new Reach<>(Spells.PROJECT_DELETE, ProjectOf::new, "project"),
        new Reach<>(Spells.PROJECT_EXPORT, ProjectOf::new, "project"),
        new Reach<>(Spells.LIST, id -> new Some(Optional.of(id), Optional.empty(), Page.first()), "project"),
        new Reach<>(Spells.CREATE, id -> new NewSpell("x", Optional.of(id), graph("{\"nodes\":{}}")),
            "project"),
        new Reach<>(Spells.MOVE, id -> new Move(MINE.id(), id), "project"),
        new Reach<>(Spells.IMPORT, id -> new Import(graph("{\"nodes\":{}}"), Optional.of(id)), "project"));
  }

  @ParameterizedTest
  @MethodSource("spells")
  void answersAForeignSpellAsAnUnknownOne(Reach<?> reach) {
    assertUnknown(reach, "spell", THEIRS.id());
    assertEquals(THEIRS, ROOM.ask(OWNER, Spells.GET, newest(THEIRS.id())));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void answersAForeignProjectAsAnUnknownOne(Reach<?> reach) {
    assertUnknown(reach, "project", THEIRS.project());
    assertEquals(1, ROOM.ask(OWNER, Spells.LIST, everything()).items().size());
  }

  private static void assertUnknown(Reach<?> reach, String what, UUID id) {
    UUID nobodys = UUID.randomUUID();

    Failure foreign = reach.by(STRANGER, id);
    Failure unknown = reach.by(STRANGER, nobodys);

    assertEquals(FailureCode.NOT_FOUND, foreign.code());
    assertEquals("no " + what + " " + id, foreign.getMessage());
    assertEquals(foreign.code(), unknown.code());
    assertEquals("no " + what + " " + nobodys, unknown.getMessage());
  }

  @Test
  void findsNothingOfOthersFromAnOwnSpell() {
    for (String reference : new String[] {THEIRS.id().toString(), "theirs"}) {
      Failure refusal = ROOM.refusal(STRANGER, Spells.FIND, new Reference(MINE.id(), reference));

      assertEquals("no spell '" + reference + "' in the project of spell " + MINE.id(), refusal.getMessage());
    }
  }

  @Test
  void listsNothingOfOthers() {
    Set<UUID> listed = ROOM.ask(STRANGER, Spells.LIST, everything()).items().stream()
        .map(Spells.SpellHead::id).collect(Collectors.toSet());

    assertTrue(listed.contains(MINE.id()));
    assertFalse(listed.contains(THEIRS.id()));
  }

  @Test
  void asksForATokenEverywhere() {
    Stream.<Reach<?>>concat(spells(), projects()).forEach(reach -> assertEquals(FailureCode.UNAUTHENTICATED,
        withoutToken(reach).code(), reach.toString()));
  }

  private static <Q> Failure withoutToken(Reach<Q> reach) {
    return Waiting.failureOf(ROOM.member.member().mesh()
        .ask(reach.operation(), reach.question().apply(UUID.randomUUID())));
  }

  private static Some everything() {
    return new Some(Optional.empty(), Optional.empty(), Page.first());
  }
}
