package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.NewProject;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.Project;
import io.spellmesh.contract.spell.Spells.Some;
import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.contract.spell.Spells.SpellPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();

  @Test
  void walksAllPagesWhileSpellsComeAndGo() {
    List<String> made = new ArrayList<>();
    IntStream.range(0, 7).forEach(i -> made.addFirst(ROOM.create(user, "s" + i).name()));

    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      SpellPage page = ROOM.ask(user, Spells.LIST, some("", page(3, after)));
      assertTrue(page.items().size() <= 3);
      page.items().forEach(head -> seen.add(head.name()));
      after = page.next();
      ROOM.create(user, "later");
    } while (after.isPresent());

    assertEquals(made, seen);
  }

  @Test
  void walksAllPagesByTheLastChange() {
    Project other = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("other"));
    String spells = Stream.of("i1", "i2", "i3")
        .map(name -> "{\"name\":\"" + name + "\",\"graph\":{\"nodes\":{}}}").collect(Collectors.joining(","));
    ObjectNode file = SpellRoom.graph("{\"spells\":[" + spells + "]}");
    List<UUID> imported = ROOM.ask(user, Spells.IMPORT, new Spells.Import(file, Optional.of(other.id())))
        .spells().stream().map(Spells.SpellName::id).toList();
    List<UUID> made = IntStream.range(0, 3).mapToObj(i -> ROOM.create(user, "s" + i).id()).toList();
    ROOM.ask(user, Spells.UPDATE,
        new Spells.Change(imported.get(1), 1, Optional.of("changed"), Optional.empty()));

    List<UUID> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      SpellPage page = ROOM.ask(user, Spells.LIST, new Some(Optional.empty(), Optional.empty(),
          Optional.of(Spells.Order.CHANGED), page(2, after)));
      page.items().forEach(head -> seen.add(head.id()));
      after = page.next();
    } while (after.isPresent());

    assertEquals(List.of(imported.get(1), made.get(2), made.get(1), made.get(0), imported.get(2),
        imported.get(0)), seen);
  }

  @Test
  void endsAFullLastPage() {
    ROOM.create(user, "a");
    ROOM.create(user, "b");

    assertEquals(Optional.empty(), ROOM.ask(user, Spells.LIST, some("", page(2, Optional.empty()))).next());
  }

  @Test
  void refusesACursorItNeverGave() {
    assertEquals(FailureCode.BAD_REQUEST,
        ROOM.refusal(user, Spells.LIST, some("", page(2, Optional.of("garbage")))).code());
    assertEquals(FailureCode.BAD_REQUEST, ROOM.refusal(user, Spells.LIST, new Some(Optional.empty(),
        Optional.empty(), Optional.of(Spells.Order.CHANGED), page(2, Optional.of("garbage")))).code());
    assertEquals(FailureCode.BAD_REQUEST,
        ROOM.refusal(user, Spells.PROJECT_LIST, page(2, Optional.of("garbage"))).code());
  }

  @Test
  void findsPartsOfNamesInAnyCase() {
    ROOM.create(user, "Größe ÄÖÜ");
    ROOM.create(user, "other");

    assertEquals(List.of("Größe ÄÖÜ"), names("grÖSSE äöü".replace("SS", "ß")));
    assertEquals(List.of("Größe ÄÖÜ"), names("E Ä"));
    assertEquals(List.of(), names("nothing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "\\", "100%", "a_b", "'", "' OR '1'='1", "$1",
      "'; DROP TABLE spell.spell; --"})
  void takesEveryCharacterOfAFilterForItself(String odd) {
    ROOM.create(user, "plain aXb 100");
    ROOM.create(user, "with " + odd + " inside");

    assertEquals(List.of("with " + odd + " inside"), names(odd));
  }

  @Test
  void listsOneProjectOnly() {
    ROOM.create(user, "in the first");
    Project other = ROOM.ask(user, Spells.PROJECT_CREATE, new NewProject("other"));
    Optional<UUID> where = Optional.of(other.id());
    ROOM.ask(user, Spells.CREATE, new NewSpell("in the other", where, SpellRoom.graph("{\"nodes\":{}}")));

    SpellPage page = ROOM.ask(user, Spells.LIST, new Some(where, Optional.empty(), Page.first()));

    assertEquals(List.of("in the other"), page.items().stream().map(SpellHead::name).toList());
    assertEquals(2, ROOM.ask(user, Spells.LIST, some("", Page.first())).items().size());
    UUID unknown = UUID.randomUUID();
    assertEquals("no project " + unknown, ROOM.refusal(user, Spells.LIST,
        new Some(Optional.of(unknown), Optional.empty(), Page.first())).getMessage());
  }

  private List<String> names(String filter) {
    return ROOM.ask(user, Spells.LIST, some(filter, Page.first())).items().stream()
        .map(SpellHead::name).toList();
  }

  private static Some some(String name, Page page) {
    return new Some(Optional.empty(), Optional.of(name), page);
  }
}
