package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.newest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Patch;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PatchIT {
  private static final String MOVED = """
      [{"op":"replace","path":"/name","value":"b"},
       {"op":"add","path":"/graph/nodes/1","value":{"id":1,"name":"Input","position":[0,0]}},
       {"op":"replace","path":"/graph/nodes/1/position/0","value":40}]""";

  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();

  private static Patch patch(Spell spell, int base, String json) {
    return new Patch(spell.id(), base, Wire.read(json, JsonNode.class));
  }

  @Test
  void savesWhatThePatchMakesAsTheNextVersion() {
    Spell spell = ROOM.create(user, "a");

    assertEquals(2, ROOM.ask(user, Spells.PATCH, patch(spell, 1, MOVED)).version());

    Spell saved = ROOM.ask(user, Spells.GET, newest(spell.id()));
    assertEquals("b", saved.name());
    assertEquals(40, saved.graph().at("/nodes/1/position/0").asInt());
  }

  @Test
  void refusesAPatchOnAnOlderVersionAndNamesTheNewest() {
    Spell spell = ROOM.create(user, "a");
    ROOM.ask(user, Spells.PATCH, patch(spell, 1, MOVED));

    Failure stale = ROOM.refusal(user, Spells.PATCH, patch(spell, 1, MOVED));

    assertEquals(FailureCode.CONFLICT, stale.code());
    assertTrue(stale.getMessage().contains("is at version 2"), stale.getMessage());
  }

  @Test
  void refusesWhatDoesNotFitOrMakesNoSpell() {
    Spell spell = ROOM.create(user, "a");
    for (String wrong : new String[] {
        "[{\"op\":\"remove\",\"path\":\"/graph/nodes/7\"}]",
        "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"other\"}]",
        "[{\"op\":\"grow\",\"path\":\"/name\"}]",
        "[1]",
        "[{\"op\":\"move\",\"from\":\"graph\",\"path\":\"/name\"}]",
        "[{\"op\":\"remove\",\"path\":\"/name\"}]",
        "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"\"}]",
        "[{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]",
        "[{\"op\":\"add\",\"path\":\"/more\",\"value\":1}]",
        "[{\"op\":\"replace\",\"path\":\"/graph/nodes\",\"value\":[]}]",
        "[{\"op\":\"add\",\"path\":\"/graph/nodes/1\",\"value\":2}]"}) {
      Future<?> asked = ROOM.asking(user, Spells.PATCH, patch(spell, 1, wrong));
      Failure refusal = assertThrows(Failure.class, () -> Waiting.await(asked), wrong);
      assertEquals(FailureCode.BAD_REQUEST, refusal.code(), wrong);
    }
    assertEquals(spell, ROOM.ask(user, Spells.GET, newest(spell.id())));
  }

  @Test
  void refusesAPatchThatGrowsBeyondMeasure() {
    Spell spell = ROOM.create(user, "a");
    String doubled = IntStream.range(0, 60)
        .mapToObj(i -> "{\"op\":\"copy\",\"from\":\"/graph\",\"path\":\"/graph/c" + i + "\"}")
        .collect(Collectors.joining(",", "[", "]"));

    assertEquals(FailureCode.BAD_REQUEST, ROOM.refusal(user, Spells.PATCH, patch(spell, 1, doubled)).code());
  }

  @Test
  void knowsNoSpellOfAnother() {
    Spell spell = ROOM.create(user, "a");

    assertEquals("no spell " + spell.id(),
        ROOM.refusal(UUID.randomUUID(), Spells.PATCH, patch(spell, 1, MOVED)).getMessage());
  }
}
