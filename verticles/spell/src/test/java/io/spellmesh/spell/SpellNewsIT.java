package io.spellmesh.spell;

import static io.spellmesh.spell.SpellRoom.graph;
import static io.spellmesh.spell.SpellRoom.newest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Project;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.tab.News;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SpellNewsIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  private final UUID user = UUID.randomUUID();
  private final List<News> heard = new CopyOnWriteArrayList<>();

  @Test
  void tellsTheUserAloneOfEveryChange() {
    Waiting.await(ROOM.member.member().vertx().eventBus().<JsonObject>consumer(Addresses.userOf(user),
        message -> heard.add(Wire.read(message.body(), News.class))).completion());

    Spell spell = ROOM.create(user, "a");
    ROOM.create(UUID.randomUUID(), "another's");
    ROOM.ask(user, Spells.UPDATE, new Spells.Change(spell.id(), 1, Optional.of("b"), Optional.empty()));
    ROOM.ask(user, Spells.PATCH, new Spells.Patch(spell.id(), 2,
        Wire.read("[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"c\"}]",
            JsonNode.class)));
    ROOM.refusal(user, Spells.UPDATE, new Spells.Change(spell.id(), 1, Optional.of("stale"), Optional.empty()));
    Project other = ROOM.ask(user, Spells.PROJECT_CREATE, new Spells.NewProject("other"));
    ROOM.ask(user, Spells.MOVE, new Spells.Move(spell.id(), other.id()));
    ROOM.ask(user, Spells.DELETE, newest(spell.id()));
    ROOM.ask(user, Spells.IMPORT, new Spells.Import(graph("{\"nodes\":{}}"), Optional.empty()));

    Waiting.until(() -> heard.size() >= 7);
    assertEquals(List.of(News.changed(spell.id(), 1), News.changed(spell.id(), 2), News.changed(spell.id(), 3),
        News.of(News.Kind.PROJECTS), News.changed(spell.id(), 3), News.gone(spell.id()),
        News.of(News.Kind.SPELLS)), heard);
  }
}
