package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.newest;
import static io.spellmesh.spell.SpellRoom.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.NewProject;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.Project;
import io.spellmesh.contract.spell.Spells.ProjectOf;
import io.spellmesh.contract.spell.Spells.ProjectPage;
import io.spellmesh.contract.spell.Spells.RenamedProject;
import io.spellmesh.contract.spell.Spells.Spell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProjectIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();

  @Test
  void givesEachUserAFirstProjectOfTheirOwn() {
    UUID other = UUID.randomUUID();

    Spell mine = ROOM.create(user, "mine");
    Spell theirs = ROOM.create(other, "theirs");

    assertNotEquals(mine.project(), theirs.project());
    assertEquals(List.of(mine.project()), ids(ROOM.ask(user, Spells.PROJECT_LIST, Page.first())));
    assertEquals(List.of(theirs.project()), ids(ROOM.ask(other, Spells.PROJECT_LIST, Page.first())));
  }

  @Test
  void showsANewUserTheFirstProject() {
    List<UUID> shown = ids(ROOM.ask(user, Spells.PROJECT_LIST, Page.first()));

    assertEquals(List.of(ROOM.create(user, "a").project()), shown);
  }

  @Test
  void isCreatedReadAndRenamed() {
    Project made = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("one"));
    Project renamed = ROOM.ask(user, Spells.PROJECT_RENAME, new RenamedProject(made.id(), "two"));

    assertEquals("one", made.name());
    assertEquals(new Project(made.id(), "two", made.created()), renamed);
    assertEquals(renamed, ROOM.ask(user, Spells.PROJECT_GET, new ProjectOf(made.id())));
  }

  @Test
  void putsASpellWhereItWasAskedFor() {
    ROOM.create(user, "in the first");
    Project second = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("second"));

    Spell spell = ROOM.ask(user, Spells.CREATE,
        new NewSpell("a", Optional.of(second.id()), SpellRoom.graph("{\"nodes\":{}}")));

    assertEquals(second.id(), spell.project());
  }

  @Test
  void takesASpellFromAnotherWithoutANewVersion() {
    Spell spell = ROOM.create(user, "a");
    Project second = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("second"));

    Spells.SpellHead moved = ROOM.ask(user, Spells.MOVE, new Spells.Move(spell.id(), second.id()));

    assertEquals(second.id(), moved.project());
    assertEquals(1, moved.version());
    assertEquals(second.id(), ROOM.ask(user, Spells.GET, newest(spell.id())).project());
    ROOM.ask(user, Spells.PROJECT_DELETE, new ProjectOf(spell.project()));
  }

  @Test
  void isDeletedOnlyWhenEmptyAndNotTheLast() {
    Spell spell = ROOM.create(user, "a");

    Failure full = ROOM.refusal(user, Spells.PROJECT_DELETE, new ProjectOf(spell.project()));
    ROOM.ask(user, Spells.DELETE, newest(spell.id()));
    Failure last = ROOM.refusal(user, Spells.PROJECT_DELETE, new ProjectOf(spell.project()));
    ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("another"));
    ROOM.ask(user, Spells.PROJECT_DELETE, new ProjectOf(spell.project()));

    assertEquals(FailureCode.CONFLICT, full.code());
    assertEquals("project " + spell.project() + " holds 1 spell, must be empty to be deleted",
        full.getMessage());
    assertEquals(FailureCode.CONFLICT, last.code());
    assertEquals("project " + spell.project() + " is the last one, and one must be left", last.getMessage());
    assertEquals("no project " + spell.project(),
        ROOM.refusal(user, Spells.PROJECT_GET, new ProjectOf(spell.project())).getMessage());
    assertNotEquals(spell.project(), ROOM.create(user, "b").project());
  }

  @Test
  void listsPagesOldestFirst() {
    List<UUID> made = List.of("a", "b", "c").stream()
        .map(name -> ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject(name)).id()).toList();

    ProjectPage first = ROOM.ask(user, Spells.PROJECT_LIST, page(2, Optional.empty()));
    ProjectPage second = ROOM.ask(user, Spells.PROJECT_LIST, page(2, first.next()));

    assertEquals(made.subList(0, 2), ids(first));
    assertEquals(made.subList(2, 3), ids(second));
    assertEquals(Optional.empty(), second.next());
  }

  private static List<UUID> ids(ProjectPage page) {
    return page.items().stream().map(Project::id).toList();
  }
}
