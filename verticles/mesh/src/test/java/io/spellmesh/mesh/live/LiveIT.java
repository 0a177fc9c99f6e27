package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.mesh.MeshRest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tabs open a spell over the bridge of the started program, run it, and see what happens. */
@ExtendWith(LiveMesh.Shared.class)
class LiveIT {
  private static LiveMesh mesh;

  private MeshRest ann;

  @BeforeAll
  static void start(LiveMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void register() throws IOException {
    ann = mesh.register();
  }

  @ParameterizedTest
  @EnumSource(BridgeClient.Framing.class)
  void aTabHearsEveryEventOfItsRunInOrderAndOnce(BridgeClient.Framing framing)
      throws IOException, InterruptedException {
    String spell = ann.importSpell(Spells.echo());
    String run = UUID.randomUUID().toString();
    ObjectNode order = place("t1", spell).put("run", run);
    order.putObject("inputs").put("Input", "hello");

    try (BridgeClient tab = BridgeClient.open(mesh.base(), ann.accessToken(), framing,
        HandMadeSocket.ANY_BUFFER)) {
      tab.register("spellmesh.user." + ann.userId() + ".spell." + spell);
      JsonNode opened = tab.ask(Tabs.OPEN, place("t1", spell));
      assertEquals(spell, opened.path("body").path("spell").path("id").asText(), opened.toString());
      assertEquals(run, tab.ask(Tabs.RUN, order).path("body").path("run").asText());

      List<RunEvent> heard = eventsOf(tab, run);
      assertEquals(LongStream.rangeClosed(1, heard.size()).boxed().toList(),
          heard.stream().map(RunEvent::seq).toList());
      assertInstanceOf(RunEvent.Started.class, heard.getFirst());
      assertTrue(heard.getLast() instanceof RunEvent.Completed completed
          && completed.outputs().get("Output").asText().equals("hello"), heard.toString());
      assertEquals(LiveMesh.journal(ann, run), heard);
    }
  }

  @Test
  void twoTabsOnASpellSeeTheSame() throws IOException {
    String spell = ann.importSpell(Spells.ticking(3, 10, 20, 5));

    try (LiveTab one = tab(spell, "t1"); LiveTab other = tab(spell, "t2")) {
      other.awaitOpened();
      UUID run = one.run(LiveMesh.noInputs());
      other.follow(run);

      LiveMesh.assertWhole(ann, run, one);
      LiveMesh.assertWhole(ann, run, other);
      assertTrue(one.follow(run).pieces() > 0 && other.follow(run).pieces() > 0, "both saw it grow");
    }
  }

  /** A browser's "duplicate tab" copies the tab's id with everything else. */
  @Test
  void aTabThatIsThereTwiceHarmsNeither() throws IOException {
    Path gate = mesh.gate();
    String spell = ann.importSpell(Spells.gated(gate));

    try (LiveTab original = tab(spell, "t1").awaitOpened()) {
      UUID run = original.run(LiveMesh.noInputs());
      UUID second;
      try (LiveTab copy = tab(spell, "t1").awaitOpened()) {
        copy.follow(run);
        second = copy.run(LiveMesh.noInputs());
        original.follow(second);
        copy.await(second, started -> !started.events().isEmpty());
        copy.await(run, started -> !started.events().isEmpty());
      }
      UUID third = original.run(LiveMesh.noInputs());
      LiveMesh.open(gate);

      for (UUID each : List.of(run, second, third)) {
        LiveMesh.assertWhole(ann, each, original);
        assertInstanceOf(RunEvent.Completed.class, original.follow(each).events().getLast());
      }
    }
  }

  /** The mesh still takes the first for alive: nobody has told it anything else. */
  @Test
  void whoComesBackBeforeItsOldSocketIsMissedLosesNothing() throws IOException {
    Path gate = mesh.gate();
    String spell = ann.importSpell(Spells.gated(gate));
    AtomicInteger connections = new AtomicInteger();

    try (FaultProxy wire = new FaultProxy(mesh.base(), () -> connections.getAndIncrement() == 0
            ? new FaultProxy.Fate(FaultProxy.Way.STALLED, 4_000) : FaultProxy.Fate.WHOLE);
        LiveTab tab = new LiveTab(() -> BridgeClient.open(wire.base(), ann.accessToken()), ann.userId(), spell,
            "t1", LiveTab.IMPATIENT, any -> false)) {
      UUID run = tab.run(LiveMesh.noInputs());
      tab.await(run, any -> connections.get() > 1);
      LiveMesh.open(gate);

      LiveMesh.assertWhole(ann, run, tab);
    }
  }

  /** By the heads that come every 2 s; promised are 5 s. */
  @Test
  void aLastEventThatGotLostIsNoticed() throws IOException {
    String spell = ann.importSpell(Spells.echo());
    AtomicInteger lost = new AtomicInteger();

    try (LiveTab tab = new LiveTab(() -> BridgeClient.open(mesh.base(), ann.accessToken()), ann.userId(), spell,
        "t1", Duration.ofMinutes(1), body -> isLast(body) && lost.incrementAndGet() > 0)) {
      tab.awaitOpened();
      long started = System.nanoTime();
      UUID run = tab.run(LiveMesh.noInputs().put("Input", "x"));

      LiveMesh.assertWhole(ann, run, tab);
      assertEquals(1, lost.get());
      System.out.println("lost last event: noticed within " + (System.nanoTime() - started) / 1_000_000 + " ms");
    }
  }

  private static boolean isLast(JsonNode body) {
    JsonNode events = body.path("events");
    return events.path(events.size() - 1).path("kind").asText().equals("completed");
  }

  private LiveTab tab(String spell, String tab) throws IOException {
    return new LiveTab(() -> BridgeClient.open(mesh.base(), ann.accessToken()), ann.userId(), spell, tab);
  }

  /** Everything up to the run's final event; heads in between say nothing new. */
  private static List<RunEvent> eventsOf(BridgeClient tab, String run) throws InterruptedException {
    List<RunEvent> heard = new ArrayList<>();
    while (heard.isEmpty() || !heard.getLast().isFinal()) {
      JsonNode body = tab.next().get("body");
      assertEquals(run, body.path("run").asText());
      if (body.has("events")) {
        heard.addAll(Wire.read(body, RunGroup.class).events());
      }
    }
    return heard;
  }

  private static ObjectNode place(String tab, String spell) {
    return JsonNodeFactory.instance.objectNode().put("tab", tab).put("spell", spell);
  }
}
