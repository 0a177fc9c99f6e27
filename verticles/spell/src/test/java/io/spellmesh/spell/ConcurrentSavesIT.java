package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.newest;
import static io.spellmesh.testkit.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Change;
import io.spellmesh.contract.spell.Spells.Project;
import io.spellmesh.contract.spell.Spells.ProjectOf;
import io.spellmesh.contract.spell.Spells.Spell;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;

class ConcurrentSavesIT {
  private static final int AT_ONCE = 8;

  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();

  @RepeatedTest(5)
  void letsExactlyOneOfManyChangesWin() {
    Spell spell = ROOM.create(user, "a");

    List<Future<Spell>> changes = IntStream.range(0, AT_ONCE).mapToObj(i -> ROOM.asking(user, Spells.UPDATE,
        new Change(spell.id(), 1, Optional.of("by " + i), Optional.empty()))).toList();
    await(Future.join(changes).otherwiseEmpty());

    List<Spell> won = changes.stream().filter(Future::succeeded).map(Future::result).toList();
    assertEquals(1, won.size());
    assertEquals(won.getFirst(), ROOM.ask(user, Spells.GET, newest(spell.id())));
    for (Future<Spell> lost : changes.stream().filter(Future::failed).toList()) {
      Failure refusal = (Failure) lost.cause();
      assertEquals(FailureCode.CONFLICT, refusal.code());
      assertTrue(refusal.getMessage().contains("is at version 2"), refusal.getMessage());
    }
  }

  @RepeatedTest(5)
  void makesOneFirstProjectForManyFirstRequests() {
    List<Future<Spell>> spells = IntStream.range(0, AT_ONCE).mapToObj(i -> ROOM.asking(user, Spells.CREATE,
        new Spells.NewSpell("s" + i, Optional.empty(), SpellRoom.graph("{\"nodes\":{}}")))).toList();
    await(Future.all(spells));

    Set<UUID> projects = spells.stream().map(spell -> spell.result().project()).collect(Collectors.toSet());
    assertEquals(1, projects.size());
    assertEquals(1, ROOM.ask(user, Spells.PROJECT_LIST, Page.first()).items().size());
  }

  @RepeatedTest(5)
  void leavesOneProjectWhenAllAreDeletedAtOnce() {
    List<UUID> projects = IntStream.range(0, AT_ONCE).mapToObj(i ->
        ROOM.ask(user, Spells.PROJECT_CREATE, new Spells.NewProject("p" + i))).map(Project::id).toList();

    List<? extends Future<?>> deletes = projects.stream()
        .map(project -> ROOM.asking(user, Spells.PROJECT_DELETE, new ProjectOf(project))).toList();
    await(Future.join(deletes).otherwiseEmpty());

    assertEquals(AT_ONCE - 1, deletes.stream().filter(Future::succeeded).count());
    assertEquals(1, ROOM.ask(user, Spells.PROJECT_LIST, Page.first()).items().size());
  }
}
