package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.mesh.Launch;
import io.spellmesh.mesh.MeshRest;
import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The process that runs a spell is paused for longer than others wait for it, or killed. */
class DeadOwnersIT {

  @Test
  void anOwnerThatWasPausedBeyondItsLeaseWritesNothingMore() throws IOException {
    Launch launch = LiveMesh.launch("paused");
    try (LiveMesh owner = LiveMesh.of(launch); LiveMesh other = LiveMesh.of(launch.withArguments("--join"))) {
      MeshRest ann = owner.register();
      Path gate = owner.gate();
      String spell = ann.importSpell(Spells.gated(gate));
      try (LiveTab here = tab(ann, owner.base(), spell).awaitOpened();
          LiveTab there = tab(ann, other.base(), spell).awaitOpened()) {
        UUID run = here.run(LiveMesh.noInputs());
        there.follow(run);
        there.await(run, seen -> isAtTheGate(seen.events()));
        List<RunEvent> before = there.follow(run).events();

        signal("STOP", owner);
        there.awaitEnd(run);
        LiveMesh.open(gate);
        signal("CONT", owner);

        // Once it has found out, and has let everybody know, it has had all the time it needs to do wrong.
        Waiting.until(() -> owner.started().program().errors().stream()
            .anyMatch(line -> line.contains("runs given up") || line.contains("lost to another owner")));
        LiveMesh.assertWhole(ann, run, here);
        assertEquals("completed",
            ann.run(ann.importSpell(Spells.echo()), LiveMesh.noInputs().put("Input", "x")).get("status").textValue());
        List<RunEvent> journal = LiveMesh.journal(ann, run);
        assertEquals(before, journal.subList(0, before.size()));
        assertEquals(before.size() + 1, journal.size(), journal.toString());
        assertInstanceOf(RunEvent.Interrupted.class, journal.getLast());
        LiveMesh.assertWhole(ann.at(other.base()), run, there);
      }
    }
  }

  @Test
  void aKilledProcessLeavesNoRunUnderWayAndNothingThatWasSeenIsLost() throws IOException {
    Launch launch = LiveMesh.launch("killed");
    AtomicReference<URI> base = new AtomicReference<>();
    List<LiveTab> tabs = new ArrayList<>();
    List<UUID> runs = new ArrayList<>();
    List<List<RunEvent>> seen = new ArrayList<>();
    MeshRest ann;
    try (LiveMesh mesh = LiveMesh.of(launch)) {
      base.set(mesh.base());
      ann = mesh.register();
      String spell = ann.importSpell(Spells.ticking(1_000, 2, 20, 2));
      String user = ann.userId();
      String token = ann.accessToken();
      for (int i = 0; i < 4; i++) {
        BridgeClient.Framing framing = BridgeClient.Framing.values()[i % 2];
        LiveTab tab = new LiveTab(() -> BridgeClient.open(base.get(), token, framing, HandMadeSocket.ANY_BUFFER),
            user, spell, "t" + i);
        tabs.add(tab);
        runs.add(tab.run(LiveMesh.noInputs()));
      }
      for (int i = 0; i < tabs.size(); i++) {
        tabs.get(i).await(runs.get(i), following -> following.events().size() > 50);
      }
      mesh.started().kill();
      for (int i = 0; i < tabs.size(); i++) {
        seen.add(tabs.get(i).follow(runs.get(i)).events());
      }
    }
    try (LiveMesh again = LiveMesh.of(launch)) {
      base.set(again.base());
      MeshRest back = ann.at(again.base());
      for (int i = 0; i < tabs.size(); i++) {
        LiveMesh.assertWhole(back, runs.get(i), tabs.get(i));
        List<RunEvent> journal = LiveMesh.journal(back, runs.get(i));
        assertTrue(journal.size() > seen.get(i).size(), journal.size() + " events");
        assertEquals(seen.get(i), journal.subList(0, seen.get(i).size()));
        assertInstanceOf(RunEvent.Interrupted.class, journal.getLast());
        assertEquals(1, journal.stream().filter(RunEvent.Interrupted.class::isInstance).count());
      }
      assertEquals(List.of("interrupted"), back.get("/api/runs?limit=200").must(200)
          .findValuesAsText("status").stream().distinct().toList());
      tabs.forEach(LiveTab::close);
    }
  }

  private static LiveTab tab(MeshRest person, URI base, String spell) throws IOException {
    return new LiveTab(() -> BridgeClient.open(base, person.accessToken()), person.userId(), spell, "tab",
        LiveTab.IMPATIENT, any -> false);
  }

  private static boolean isAtTheGate(List<RunEvent> events) {
    return !events.isEmpty() && events.getLast() instanceof RunEvent.NodeStarted started
        && started.node().equals("gate");
  }

  private static void signal(String name, LiveMesh mesh) {
    try {
      int code = new ProcessBuilder("kill", "-" + name, String.valueOf(mesh.started().program().process().pid()))
          .start().waitFor();
      assertEquals(0, code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
