package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Spells with sources, played and paused in tabs. */
class PlayingIT {
  @AutoClose
  private final TestMember member = TestMember.start(Map.of());

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));
  private final Browser anns = Browser.of(member, ann);

  PlayingIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  /** A bell whose items pass a gate on their way to the output. */
  private static String graph(String bell, String gate) {
    return """
        {"id":"demo@0.1.0","nodes":{
         "1":{"id":1,"name":"Bell","data":{"bell":"%1$s"},"inputs":{},
          "outputs":{"trigger":{"connections":[{"node":2,"input":"trigger","data":{}},
            {"node":3,"input":"trigger","data":{}}]},
           "output":{"connections":[{"node":3,"input":"input","data":{}}]}},"position":[0,0]},
         "2":{"id":2,"name":"Held","data":{"gate":"%2$s"},
          "inputs":{"trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]}},
          "outputs":{},"position":[100,0]},
         "3":{"id":3,"name":"Output","data":{"name":"Output","socketKey":"out-3"},
          "inputs":{"trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]},
           "input":{"connections":[{"node":1,"output":"output","data":{}}]}},"outputs":{},"position":[200,0]}}}
        """.formatted(bell, gate);
  }

  private UUID open(Browser browser, String tab, String bell, String gate) {
    UUID spell = shelf.put(ann, bell, graph(bell, gate));
    browser.open(tab, spell);
    return spell;
  }

  private static List<String> outputs(Screen screen) {
    return screen.events().stream().filter(RunEvent.Completed.class::isInstance)
        .map(event -> ((RunEvent.Completed) event).outputs().get("Output").asText()).toList();
  }

  @Test
  void eachItemBeginsARunUntilItIsPaused() {
    UUID spell = open(anns, "t1", "each", "each-gate");
    HeldNode.gate("each-gate").complete("open");
    Screen screen = Screen.of(member, ann, spell);
    Tabs.Tab tab = new Tabs.Tab("t1", spell);

    assertEquals(new Tabs.Playing(true), anns.ask(Tabs.PLAY, tab));
    IntStream.range(0, 5).forEach(i -> BellNode.ring("each", "ring " + i));
    Waiting.until(() -> outputs(screen).size() == 5);

    assertEquals(List.of("ring 0", "ring 1", "ring 2", "ring 3", "ring 4"), outputs(screen));
    assertEquals(new Tabs.Playing(false), anns.ask(Tabs.PAUSE, tab));
    Waiting.until(() -> !BellNode.isPlayed("each"));
    assertEquals(new Tabs.Playing(false), anns.ask(Tabs.PAUSE, tab));
    anns.end();
    Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);
  }

  @Test
  void aPauseLetsTheRunEndAndForgetsWhatWaited() {
    UUID spell = open(anns, "t1", "pause", "pause-gate");
    Screen screen = Screen.of(member, ann, spell);
    anns.ask(Tabs.PLAY, new Tabs.Tab("t1", spell));
    IntStream.range(0, 3).forEach(i -> BellNode.ring("pause", "ring " + i));
    HeldNode.entered("pause-gate").join();

    anns.ask(Tabs.PAUSE, new Tabs.Tab("t1", spell));
    HeldNode.gate("pause-gate").complete("open");
    anns.end();
    Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);

    assertEquals(List.of("ring 0"), outputs(screen));
  }

  @Test
  void noMoreItemsWaitThanAreWorthIt() {
    UUID spell = open(anns, "t1", "flood", "flood-gate");
    Screen screen = Screen.of(member, ann, spell);
    anns.ask(Tabs.PLAY, new Tabs.Tab("t1", spell));

    BellNode.ring("flood", "first");
    HeldNode.entered("flood-gate").join();
    IntStream.range(0, Player.MOST_WAITING + 50).forEach(i -> BellNode.ring("flood", "ring " + i));
    HeldNode.gate("flood-gate").complete("open");
    Waiting.until(() -> outputs(screen).size() == Player.MOST_WAITING + 1);
    BellNode.ring("flood", "last");
    Waiting.until(() -> outputs(screen).getLast().equals("last"));

    assertEquals(Player.MOST_WAITING + 2, outputs(screen).size());
  }

  @Test
  void aSecondTabJoinsAndTheLastOneEndsIt() {
    UUID spell = open(anns, "t1", "join", "join-gate");
    Browser other = Browser.of(member, ann);
    other.open("t2", spell);
    anns.ask(Tabs.PLAY, new Tabs.Tab("t1", spell));
    other.ask(Tabs.PLAY, new Tabs.Tab("t2", spell));

    anns.end();
    Waiting.until(() -> member.vertx().deploymentIDs().size() == 3);
    assertTrue(BellNode.isPlayed("join"));
    other.ask(Tabs.CLOSE, new Tabs.Tab("t2", spell));

    Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);
    assertFalse(BellNode.isPlayed("join"));
  }

  @Test
  void aChangeOfTheSpellPlaysItsNewSources() {
    UUID spell = open(anns, "t1", "before", "change-gate");
    anns.ask(Tabs.PLAY, new Tabs.Tab("t1", spell));
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    patch.addObject().put("op", "replace").put("path", "/graph")
        .set("value", Wire.read(graph("after", "change-gate"), ObjectNode.class));

    anns.ask(Tabs.UPDATE, new Tabs.Update("t1", spell, 1, patch));

    Waiting.until(() -> BellNode.isPlayed("after"));
    assertFalse(BellNode.isPlayed("before"));
  }

  @Test
  void aSpellWithoutSourcesIsNotPlayed() {
    UUID spell = shelf.put(ann, "none", Graphs.repeat(1));
    anns.open("t1", spell);

    Failure refused = assertThrows(Failure.class, () -> anns.ask(Tabs.PLAY, new Tabs.Tab("t1", spell)));

    assertEquals(FailureCode.UNPROCESSABLE, refused.code());
    assertEquals("the spell has no source nodes", refused.getMessage());
    Waiting.until(() -> member.vertx().deploymentIDs().size() == 2);
  }

  @Test
  void oneOfTwoProcessesPlaysAndTheOtherWhenItIsGone() {
    UUID spell = open(anns, "t1", "turns", "turns-gate");
    sql("INSERT INTO runner.process VALUES ('other', now() + interval '1 hour')");
    sql("INSERT INTO runner.playing VALUES ('" + ann + "', '" + spell + "', 'other', now() - interval '1 minute')");

    assertEquals(new Tabs.Playing(true), anns.ask(Tabs.PLAY, new Tabs.Tab("t1", spell)));
    assertFalse(BellNode.isPlayed("turns"));

    sql("UPDATE runner.process SET lease = now() WHERE id = 'other'");
    Waiting.until(() -> BellNode.isPlayed("turns"));
    sql("DELETE FROM runner.playing WHERE spell = '" + spell + "'");
    Waiting.until(() -> !BellNode.isPlayed("turns"));
  }

  private void sql(String statement) {
    Waiting.await(member.member().database().pool().query(statement).execute());
  }
}
