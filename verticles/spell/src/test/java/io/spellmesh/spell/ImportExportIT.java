package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.graph;
import static io.spellmesh.spell.SpellRoom.newest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Import;
import io.spellmesh.contract.spell.Spells.Imported;
import io.spellmesh.contract.spell.Spells.NewProject;
import io.spellmesh.contract.spell.Spells.ProjectOf;
import io.spellmesh.contract.spell.Spells.Reference;
import io.spellmesh.contract.spell.Spells.Some;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.spell.Spells.SpellName;
import io.spellmesh.contract.spell.Spells.Which;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ImportExportIT {
  private static final String GRAPH =
      "{\"z\":[1.50,1e3,12345678901234567890],"
      + "\"nodes\":{\"2\":{\"t\":\"\\u0000 🙂\"},\"1\":{}},\"comments\":[]}";

  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();

  @Test
  void savesABareGraph() {
    Imported imported = imports(graph(GRAPH));

    SpellName name = imported.spells().getFirst();
    assertEquals(List.of(), imported.warnings());
    assertEquals("bare graph", name.name());
    assertEquals(graph(GRAPH), ROOM.ask(user, Spells.GET, newest(name.id())).graph());
  }

  @Test
  void asksTheRunnerWithTheCallersOwnToken() {
    imports(graph(GRAPH));

    assertEquals(1, ROOM.runner.askers.stream().filter(user::equals).count());
  }

  @Test
  void savesAllSpellsOfAFileInTheirOrder() {
    ObjectNode file = graph("{\"spells\":[]}");
    for (int i = 0; i < 40; i++) {
      file.withArray("spells").addObject().put("name", "s" + i).put("id", i).set("graph", graph(GRAPH));
    }

    Imported imported = imports(file);

    assertEquals(40, imported.spells().size());
    assertEquals("s39", imported.spells().getLast().name());
    assertEquals(List.of(Mistake.of("a project")), imported.warnings());
    assertEquals(imported.spells().reversed(), all().stream()
        .map(head -> new SpellName(head.id(), head.name())).toList());
  }

  @Test
  void savesNothingIfOneGraphCannotBeKept() {
    ObjectNode file = graph("{\"spells\":[{\"name\":\"good\",\"graph\":{\"nodes\":{}}},"
        + "{\"name\":\"bad\",\"graph\":{\"nodes\":{\"<script>\":{}}}}]}");

    Failure refusal = ROOM.refusal(user, Spells.IMPORT, new Import(file, Optional.empty()));

    assertEquals(FailureCode.BAD_REQUEST, refusal.code());
    assertTrue(refusal.getMessage().startsWith("spell 'bad': node id '<script>'"), refusal.getMessage());
    assertEquals(1, refusal.mistakes().size());
    assertEquals(List.of(), all());
  }

  @Test
  void warnsOfWhatCannotRunAndSavesIt() {
    Imported imported = imports(graph("{\"nodes\":{\"7\":{\"name\":\"unheard-of\"}}}"));

    assertEquals(List.of(Mistake.at("7", "no node type 'unheard-of'")), imported.warnings());
    assertEquals(1, all().size());
  }

  @Test
  void refusesFilesThatHoldNoSpell() {
    Failure none = ROOM.refusal(user, Spells.IMPORT, new Import(graph("{\"spells\":[]}"), Optional.empty()));
    Failure other = ROOM.refusal(user, Spells.IMPORT, new Import(graph("{}"), Optional.empty()));

    assertEquals("the file holds no spell, must hold at least one", none.getMessage());
    assertEquals("this is no spell", other.getMessage());
    assertEquals(FailureCode.BAD_REQUEST, other.code());
  }

  @Test
  void readsItsOwnExportBackToTheSameGraph() {
    ObjectNode file = graph("{\"name\":\"a\",\"id\":\"old-1\",\"wrapper\":{\"hash\":\"h\",\"userId\":7}}");
    UUID first = imports(file.set("graph", graph(GRAPH))).spells().getFirst().id();

    ObjectNode exported = ROOM.ask(user, Spells.EXPORT, newest(first)).file();
    UUID second = imports(exported).spells().getFirst().id();
    ObjectNode again = ROOM.ask(user, Spells.EXPORT, newest(second)).file();

    assertEquals(Set.of("format", "id", "name", "graph", "wrapper"), fields(exported));
    assertEquals("spellmesh/1", exported.get("format").textValue());
    assertEquals(graph(GRAPH).toString(), exported.get("graph").toString());
    assertEquals(exported.get("graph").toString(), again.get("graph").toString());
    assertFalse(exported.toString().contains("userId") || exported.toString().contains(user.toString()));
    assertEquals(graph("{\"hash\":\"h\",\"formerIds\":[\"" + first + "\",\"old-1\"]}"), again.get("wrapper"));
  }

  @Test
  void tellsTheFirstStateOfASpellToItsOwner() {
    ObjectNode file = graph("{\"name\":\"s\",\"wrapper\":{\"gameState\":{\"score\":[1]}},\"graph\":{\"nodes\":{}}}");
    UUID with = imports(file).spells().getFirst().id();
    UUID without = imports(graph(GRAPH)).spells().getFirst().id();

    assertEquals(Optional.of(graph("{\"score\":[1]}")), ROOM.ask(user, Spells.FIRST_STATE, newest(with)).state());
    assertEquals(Optional.empty(), ROOM.ask(user, Spells.FIRST_STATE, newest(without)).state());
    assertEquals(FailureCode.NOT_FOUND, ROOM.refusal(UUID.randomUUID(), Spells.FIRST_STATE, newest(with)).code());
  }

  @Test
  void exportsAnOldVersion() {
    Spell spell = ROOM.create(user, "first");
    ROOM.ask(user, Spells.UPDATE,
        new Spells.Change(spell.id(), 1, Optional.of("second"), Optional.of(graph(GRAPH))));

    ObjectNode file = ROOM.ask(user, Spells.EXPORT, new Which(spell.id(), Optional.of(1))).file();

    assertEquals("first", file.get("name").textValue());
    assertEquals(spell.graph(), file.get("graph"));
    assertEquals("spell " + spell.id() + " has no version 3, its newest is 2",
        ROOM.refusal(user, Spells.EXPORT, new Which(spell.id(), Optional.of(3))).getMessage());
  }

  @Test
  void movesAProjectWhoseSpellsStillFindEachOther() {
    UUID child = imports(graph("{\"name\":\"child\",\"id\":\"old\",\"graph\":" + GRAPH + "}"))
        .spells().getFirst().id();
    Spell parent = ROOM.create(user, "parent");
    UUID reader = UUID.randomUUID();

    ObjectNode file = ROOM.ask(user, Spells.PROJECT_EXPORT, new ProjectOf(parent.project())).file();
    Imported imported = ROOM.ask(reader, Spells.IMPORT, new Import(file, Optional.empty()));

    assertEquals("spellmesh-project/1", file.get("format").textValue());
    assertEquals("My spells", file.get("name").textValue());
    assertEquals(List.of("child", "parent"), imported.spells().stream().map(SpellName::name).toList());
    for (String reference : List.of(child.toString(), "old", "child")) {
      Spell found = ROOM.ask(reader, Spells.FIND, new Reference(imported.spells().getLast().id(), reference));
      assertEquals(imported.spells().getFirst().id(), found.id());
      assertEquals(graph(GRAPH), found.graph());
    }
    assertFalse(file.toString().contains(user.toString()));
  }

  @Test
  void importsIntoTheProjectAskedFor() {
    ROOM.create(user, "in the first");
    UUID other = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("other")).id();

    UUID spell = ROOM.ask(user, Spells.IMPORT, new Import(graph(GRAPH), Optional.of(other)))
        .spells().getFirst().id();

    assertEquals(other, ROOM.ask(user, Spells.GET, newest(spell)).project());
  }

  private Imported imports(ObjectNode file) {
    return ROOM.ask(user, Spells.IMPORT, new Import(file, Optional.empty()));
  }

  private List<Spells.SpellHead> all() {
    return ROOM.ask(user, Spells.LIST, new Some(Optional.empty(), Optional.empty(), Page.first())).items();
  }

  private static Set<String> fields(ObjectNode json) {
    return json.properties().stream().map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
