package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.mesh.MeshRest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody says what has to be answered, on and on, and takes none of the answers. */
class FloodIT {
  /** What systems on both sides take in by themselves, and what the mesh does before it notices. */
  private static final long MOST_BYTES = 32 << 20;

  /** Of each kind, all of them one person's. */
  private static final int SOCKETS = 3;
  private static final String PINGS = "";

  private static LiveMesh mesh;

  @BeforeAll
  static void start() throws IOException {
    mesh = LiveMesh.of(LiveMesh.launch("flood").with("SPELLMESH_HTTP_MAX_LAG", "2s")
        .with("SPELLMESH_HTTP_WRITE_IDLE_TIME", "5s"));
  }

  @AfterAll
  static void stop() throws IOException {
    mesh.close();
  }

  @Test
  void whoeverFloodsIsSoonNotListenedTo() throws IOException {
    MeshRest eve = mesh.register();
    MeshRest ann = mesh.register();
    String spell = ann.importSpell(Spells.echo());
    List<Flood> floods = new ArrayList<>();

    try (LiveTab healthy = new LiveTab(() -> BridgeClient.open(mesh.base(), ann.accessToken()), ann.userId(),
        spell, "t")) {
      for (String text : List.of(PINGS, "{}", question(eve))) {
        for (BridgeClient.Framing framing : BridgeClient.Framing.values()) {
          for (int i = 0; i < SOCKETS; i++) {
            floods.add(new Flood(HandMadeSocket.open(mesh.base(), framing.path(),
                Map.of("Authorization", "Bearer " + eve.accessToken()), 4096), flood(text, framing)));
          }
        }
      }
      while (!floods.stream().allMatch(each -> each.ended.isDone())) {
        LiveMesh.assertWhole(ann, healthy.run(LiveMesh.noInputs().put("Input", "x")), healthy);
      }
    }

    long most = floods.stream().mapToLong(each -> each.said.get()).max().orElseThrow();
    System.out.println("flood: " + floods.size() + " sockets, each cut off after at most " + most / 1024
        + " KB; heap " + Heap.usedKilobytes(mesh.started()) + " KB");
    assertTrue(most < MOST_BYTES, most + " bytes were listened to");
    for (Flood each : floods) {
      each.socket.close();
    }
  }

  private static final class Flood {
    private final HandMadeSocket socket;
    private final byte[] bytes;
    private final AtomicLong said = new AtomicLong();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    Flood(HandMadeSocket socket, byte[] bytes) {
      this.socket = socket;
      this.bytes = bytes;
      Thread.ofVirtual().start(this::flow);
    }

    private void flow() {
      try {
        while (said.get() < 2 * MOST_BYTES) {
          socket.send(bytes);
          said.addAndGet(bytes.length);
        }
      } catch (IOException cut) {
        ended.complete(null);
      }
      ended.complete(null);
    }
  }

  /** Its answer is the largest there is. */
  private static String question(MeshRest eve) throws IOException {
    String spell = eve.importSpell(Spells.ticking(20, 1, 12_000, 0));
    String run = eve.run(spell, LiveMesh.noInputs()).get("id").textValue();
    return BridgeClient.frame("send", Tabs.SINCE.address()).put("replyAddress", "x")
        .set("body", LiveMesh.noInputs().put("after", 0).put("run", run)).toString();
  }

  /** Some 64 KB of it. */
  private static byte[] flood(String text, BridgeClient.Framing framing) {
    byte[] one = text.equals(PINGS) ? HandMadeSocket.frame(HandMadeSocket.FINAL | HandMadeSocket.PING, new byte[125])
        : HandMadeSocket.frame(HandMadeSocket.FINAL | HandMadeSocket.TEXT,
            framing.framed(text).getBytes(StandardCharsets.US_ASCII));
    byte[] many = new byte[one.length * (65_536 / one.length)];
    for (int at = 0; at < many.length; at += one.length) {
      System.arraycopy(one, 0, many, at, one.length);
    }
    return many;
  }
}
