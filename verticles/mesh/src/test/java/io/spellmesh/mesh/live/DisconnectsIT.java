package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.mesh.MeshRest;
import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections end a hundred times, anyhow and anywhere; the tabs behind them end with everything, once. */
@ExtendWith(LiveMesh.Shared.class)
class DisconnectsIT {
  private static final int CUTS = 100;
  private static final int TABS = 4;
  /** A connection that is opened, and a spell in it, take some 4,000. */
  private static final int SHORT = 6_000;
  /** What is asked for has to fit in now and then, or nobody would ever get anywhere. */
  private static final int LONG = 80_000;

  private static LiveMesh mesh;

  @BeforeAll
  static void start(LiveMesh shared) {
    mesh = shared;
  }

  @Test
  void aHundredCutsLoseNothingAndDoubleNothing() throws IOException {
    long seed = System.nanoTime();
    System.out.println("disconnects: seed " + seed);
    MeshRest ann = mesh.register();
    String spell = ann.importSpell(Spells.ticking(40, 10, 20, 4));
    Set<FaultProxy.Way> ways = ConcurrentHashMap.newKeySet();

    try (Breaking breaking = new Breaking(new Random(seed), ways)) {
      List<LiveTab> tabs = new ArrayList<>();
      for (int i = 0; i < TABS; i++) {
        BridgeClient.Framing framing = BridgeClient.Framing.values()[i % 2];
        tabs.add(new LiveTab(() -> BridgeClient.open(breaking.wire.base(), ann.accessToken(), framing,
            HandMadeSocket.ANY_BUFFER), ann.userId(), spell, "t" + i, LiveTab.IMPATIENT, any -> false));
      }
      List<UUID> runs = new ArrayList<>();
      while (breaking.wire.cuts() < CUTS) {
        // Some begin while the wires break, and the tab may not know whether they did.
        List<UUID> round = tabs.stream().map(tab -> tab.run(LiveMesh.noInputs())).toList();
        runs.addAll(round);
        Waiting.until(() -> round.stream().allMatch(run ->
            tabs.get(round.indexOf(run)).follow(run).hasEnded() || breaking.wire.cuts() >= CUTS));
        tabs.forEach(LiveTab::assertAlive);
      }
      breaking.end();
      for (int i = 0; i < runs.size(); i++) {
        LiveTab tab = tabs.get(i % TABS);
        LiveMesh.assertWhole(ann, runs.get(i), tab);
        assertInstanceOf(RunEvent.Completed.class, tab.follow(runs.get(i)).events().getLast());
      }
      assertEquals(runs.size(), ann.get("/api/runs?limit=200").must(200).get("items").size(),
          "what was asked for twice ran once");
      assertEquals(EnumSet.allOf(FaultProxy.Way.class), ways);
      report(tabs, runs, breaking.wire.cuts());
      tabs.forEach(LiveTab::close);
    }
  }

  private static void report(List<LiveTab> tabs, List<UUID> runs, int cuts) {
    int connections = tabs.stream().mapToInt(LiveTab::connections).sum();
    int again = 0;
    int pieces = 0;
    int events = 0;
    for (int i = 0; i < runs.size(); i++) {
      Following run = tabs.get(i % TABS).follow(runs.get(i));
      events += run.events().size();
      again += run.again();
      pieces += run.pieces();
    }
    assertTrue(connections > cuts / 2, connections + " connections");
    System.out.println("disconnects: " + cuts + " cuts, " + connections + " connections, " + runs.size()
        + " runs with " + events + " events; " + again + " came again, " + pieces + " pieces came live");
  }

  /** Breaks every connection until told not to. */
  private static final class Breaking implements AutoCloseable {
    private final Random random;
    private final FaultProxy wire;
    private volatile boolean ended;

    Breaking(Random random, Set<FaultProxy.Way> ways) throws IOException {
      this.random = random;
      this.wire = new FaultProxy(mesh.base(), () -> {
        FaultProxy.Fate fate = next();
        if (!ended) {
          ways.add(fate.way());
        }
        return fate;
      });
    }

    private synchronized FaultProxy.Fate next() {
      if (ended) {
        return FaultProxy.Fate.WHOLE;
      }
      // To find out that nothing passes any more takes the client a while.
      boolean stalls = random.nextInt(20) == 0;
      FaultProxy.Way way = stalls ? FaultProxy.Way.STALLED
          : FaultProxy.Way.values()[random.nextInt(FaultProxy.Way.STALLED.ordinal())];
      return new FaultProxy.Fate(way, random.nextInt(1, random.nextInt(4) == 0 ? SHORT : LONG));
    }

    void end() {
      ended = true;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
