package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.mesh.MeshRest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tabs that stop reading while much happens: what they cost, whom they hurt, and how they come back. */
@ExtendWith(LiveMesh.Shared.class)
class StuckReaderIT {
  private static final int STUCK = 12;
  private static final int RUNS = 2;
  /** So much is said to each of them, and were it kept for all of them the process would end. */
  private static final int TIMES = 300;
  private static final int SIZE = 12_000;
  /** A framed client may leave 4 MB unread, a plain one some 64 KB. */
  private static final long MOST_KILOBYTES = 48 * 1024;

  @Test
  void theyCostLittleHurtNobodyAndMissNothing(LiveMesh mesh) throws IOException {
    MeshRest ann = mesh.register();
    MeshRest bob = mesh.register();
    String spell = ann.importSpell(Spells.ticking(TIMES, 1, SIZE, 0));
    String bobs = bob.importSpell(Spells.ticking(20, 5, 20, 1));
    List<LiveTab> stuck = new ArrayList<>();
    for (int i = 0; i < STUCK; i++) {
      BridgeClient.Framing framing = BridgeClient.Framing.values()[i % 2];
      stuck.add(new LiveTab(() -> BridgeClient.open(mesh.base(), ann.accessToken(), framing, 4096),
          ann.userId(), spell, "t" + i).awaitOpened());
    }

    try (LiveTab healthy = new LiveTab(() -> BridgeClient.open(mesh.base(), bob.accessToken()), bob.userId(),
        bobs, "t").awaitOpened()) {
      long before = Heap.usedKilobytes(mesh.started());
      stuck.forEach(tab -> tab.socket().stopReading());
      List<UUID> runs = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        runs.add(UUID.fromString(ann.run(spell, LiveMesh.noInputs()).get("id").textValue()));
        LiveMesh.assertWhole(bob, healthy.run(LiveMesh.noInputs()), healthy);
      }
      long after = Heap.usedKilobytes(mesh.started());
      System.out.println("stuck readers: " + STUCK + " of them, each left " + RUNS + " runs of "
          + TIMES * SIZE / 1024 + " KB unread: heap " + before + " KB before, " + after + " KB after");
      assertTrue(after - before < MOST_KILOBYTES, (after - before) + " KB are kept for them");
      assertEquals(1, healthy.connections());

      stuck.forEach(tab -> runs.forEach(tab::follow));
      stuck.forEach(tab -> tab.socket().readOn());
      for (LiveTab tab : stuck) {
        for (UUID run : runs) {
          LiveMesh.assertWhole(ann, run, tab);
        }
        assertEquals(1, tab.connections(), "the same socket all the time");
      }
    }
    stuck.forEach(LiveTab::close);
  }
}
