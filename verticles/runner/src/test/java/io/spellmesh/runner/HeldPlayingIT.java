package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Spells that are played without a tab, until they are paused, and what others post to them. */
class HeldPlayingIT {
  @AutoClose
  private final TestMember member = TestMember.start(Map.of());

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  HeldPlayingIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private static String graph(String type, String data, String output) {
    return """
        {"id":"demo@0.1.0","nodes":{
         "1":{"id":1,"name":"%1$s","data":%2$s,"inputs":{},
          "outputs":{"trigger":{"connections":[{"node":3,"input":"trigger","data":{}}]},
           "%3$s":{"connections":[{"node":3,"input":"input","data":{}}]}},"position":[0,0]},
         "3":{"id":3,"name":"Output","data":{"name":"Output","socketKey":"out-3"},
          "inputs":{"trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]},
           "input":{"connections":[{"node":1,"output":"%3$s","data":{}}]}},"outputs":{},"position":[200,0]}}}
        """.formatted(type, data, output);
  }

  private UUID bell(String bell) {
    return shelf.put(ann, bell, graph("Bell", "{\"bell\":\"" + bell + "\"}", "output"));
  }

  private Playing.State ask(Operation<Playing.Which, Playing.State> operation, UUID spell) {
    return Waiting.await(member.ask(ann, operation, new Playing.Which(spell)));
  }

  private static List<String> outputs(Screen screen) {
    return screen.events().stream().filter(RunEvent.Completed.class::isInstance)
        .map(event -> ((RunEvent.Completed) event).outputs().get("Output").toString()).toList();
  }

  @Test
  void playsWithoutATabUntilItIsPaused() {
    UUID spell = bell("held");
    Screen screen = Screen.of(member, ann, spell);

    assertEquals(new Playing.State(true, true), ask(Playing.PLAY, spell));
    assertEquals(new Playing.State(true, true), ask(Playing.PLAY, spell));
    BellNode.ring("held", "ring");
    Waiting.until(() -> outputs(screen).equals(List.of("\"ring\"")));
    assertEquals(new Playing.State(true, true), ask(Playing.STATE, spell));

    assertEquals(new Playing.State(false, false), ask(Playing.PAUSE, spell));
    Waiting.until(() -> !BellNode.isPlayed("held"));
    Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);
  }

  @Test
  void goesOnWhenTheLastTabThatPlayedItIsGone() {
    UUID spell = bell("kept");
    ask(Playing.PLAY, spell);
    Browser anns = Browser.of(member, ann);
    anns.open("t1", spell);
    anns.ask(Tabs.PLAY, new Tabs.Tab("t1", spell));

    anns.end();

    Waiting.until(() -> member.vertx().deploymentIDs().size() == 2);
    assertTrue(BellNode.isPlayed("kept"));
    assertEquals(new Playing.State(true, true), ask(Playing.STATE, spell));
  }

  @Test
  void isTakenUpByAnotherProcessWhenItsOwnIsGone() {
    UUID spell = bell("moves");
    sql("INSERT INTO runner.held VALUES ('" + ann + "', '" + spell + "')");
    sql("INSERT INTO runner.playing VALUES ('" + ann + "', '" + spell + "', 'gone', now())");

    // As after a restart: nobody asks for it again.
    Waiting.until(() -> BellNode.isPlayed("moves"));
    assertEquals(new Playing.State(true, true), ask(Playing.STATE, spell));
  }

  @Test
  void saysWhatCannotBePlayedAndForgetsIt() {
    UUID none = shelf.put(ann, "none", Graphs.repeat(1));

    assertEquals("the spell has no source nodes", refusal(ann, Playing.PLAY, none).getMessage());
    assertEquals(new Playing.State(false, false), ask(Playing.STATE, none));
    for (var operation : List.of(Playing.PLAY, Playing.PAUSE, Playing.STATE)) {
      assertEquals(FailureCode.NOT_FOUND, refusal(bob, operation, bell("anns")).code());
    }
    IntStream.range(0, Playing.MOST_HELD).forEach(i -> ask(Playing.PLAY, bell("many " + i)));
    assertEquals(FailureCode.TOO_MANY, refusal(ann, Playing.PLAY, bell("one more")).code());
  }

  @Test
  void givesWhatIsPostedToTheSpellOfTheSecret() {
    UUID spell = shelf.put(ann, "hooked", graph("Webhook Stream", "{}", "output"));
    Screen screen = Screen.of(member, ann, spell);
    String secret = Waiting.await(member.ask(ann, Playing.OPEN_HOOK, new Playing.Which(spell))).token();
    assertEquals("the spell is not played, play it first", postRefusal(secret).getMessage());
    ask(Playing.PLAY, spell);

    Waiting.await(post(member, secret, "hello"));

    Waiting.until(() -> outputs(screen).size() == 1);
    assertTrue(outputs(screen).getFirst().startsWith("{\"body\":\"hello\",\"at\":\""), outputs(screen).getFirst());
    String next = Waiting.await(member.ask(ann, Playing.OPEN_HOOK, new Playing.Which(spell))).token();
    assertEquals(FailureCode.NOT_FOUND, postRefusal(secret).code());
    Waiting.await(post(member, next, "again"));
    Waiting.await(member.ask(ann, Playing.CLOSE_HOOK, new Playing.Which(spell)));
    assertEquals(FailureCode.NOT_FOUND, postRefusal(next).code());
    assertThrows(Failure.class, () -> Waiting.await(member.ask(bob, Playing.OPEN_HOOK, new Playing.Which(spell))));
  }

  @Test
  void refusesMorePostsThanAreAllowed() {
    UUID spell = bell("deaf");
    String secret = Waiting.await(member.ask(ann, Playing.OPEN_HOOK, new Playing.Which(spell))).token();
    ask(Playing.PLAY, spell);

    assertEquals("the spell has no Webhook Stream", postRefusal(secret).getMessage());
    IntStream.range(1, Playing.MOST_POSTS).forEach(i -> postRefusal(secret));
    Failure refused = postRefusal(secret);

    assertEquals(FailureCode.TOO_MANY, refused.code());
    assertTrue(refused.retryAfter().isPresent());
  }

  @Test
  void emitsTheEventsThatAreStoredWhileItPlays() {
    List<Events.Event> kept = new CopyOnWriteArrayList<>();
    Waiting.await(member.member().serving().serve(Events.RECALL, (caller, recall) -> Future.succeededFuture(
        new Events.Recalled(caller.user().equals(ann) ? List.copyOf(kept) : List.of()))));
    UUID spell = shelf.put(ann, "listens", graph("Event Stream", "{\"seconds\":1}", "event"));
    Screen screen = Screen.of(member, ann, spell);
    ask(Playing.PLAY, spell);

    kept.add(new Events.Event(UUID.randomUUID(), "stored", Events.Place.ANYWHERE, Optional.empty(), Optional.empty(),
        Instant.now().plusSeconds(1)));

    Waiting.until(() -> outputs(screen).size() == 1);
    assertTrue(outputs(screen).getFirst().contains("\"content\":\"stored\""), outputs(screen).getFirst());
  }

  private static Future<Nothing> post(TestMember member, String secret, String text) {
    return member.member().mesh().ask(Playing.POST, new Playing.Post(secret, TextNode.valueOf(text)));
  }

  private Failure postRefusal(String secret) {
    return assertThrows(Failure.class, () -> Waiting.await(post(member, secret, "hello")));
  }

  private Failure refusal(UUID user, Operation<Playing.Which, Playing.State> operation,
      UUID spell) {
    return assertThrows(Failure.class, () -> Waiting.await(member.ask(user, operation, new Playing.Which(spell))));
  }

  private void sql(String statement) {
    Waiting.await(member.member().database().pool().query(statement).execute());
  }
}
