package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.mesh.MeshRest;
import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody says what has to be answered, on and on, and takes none of the answers. */
class FloodIT {
  /** What systems on both sides take in by themselves, and what the mesh does before it notices. */
  private static final long MOST_BYTES = 32 << 20;

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

  @ParameterizedTest
  @CsvSource({"/eventbus/websocket,ping", "/eventbus/000/abcdefgh/websocket,ping",
      "/eventbus/websocket,nonsense", "/eventbus/000/abcdefgh/websocket,nonsense"})
  void itIsSoonNotListenedTo(String path, String kind) throws IOException {
    MeshRest eve = mesh.register();
    MeshRest ann = mesh.register();
    String spell = ann.importSpell(Spells.echo());
    byte[] flood = flood(kind, path.contains("abcdefgh"));
    AtomicLong said = new AtomicLong();
    CompletableFuture<Void> cut = new CompletableFuture<>();

    try (HandMadeSocket socket = HandMadeSocket.open(mesh.base(), path,
            Map.of("Authorization", "Bearer " + eve.accessToken()), 4096);
        LiveTab healthy = new LiveTab(() -> BridgeClient.open(mesh.base(), ann.accessToken()), ann.userId(),
            spell, "t")) {
      Thread.ofVirtual().start(() -> {
        try {
          while (said.get() < 10 * MOST_BYTES) {
            socket.send(flood);
            said.addAndGet(flood.length);
          }
          cut.complete(null);
        } catch (IOException expected) {
          cut.complete(null);
        }
      });
      UUID run = healthy.run(LiveMesh.noInputs().put("Input", "x"));
      LiveMesh.assertWhole(ann, run, healthy);
      Waiting.until(cut::isDone);

      System.out.println("flood of " + kind + " at " + path + ": cut off after " + said.get() / 1024 + " KB");
      assertTrue(said.get() < MOST_BYTES, said + " bytes were listened to");
    }
  }

  /** Some 64 KB of it. */
  private static byte[] flood(String kind, boolean framed) {
    byte[] one = switch (kind) {
      case "ping" -> HandMadeSocket.frame(HandMadeSocket.FINAL | HandMadeSocket.PING, new byte[125]);
      case "nonsense" -> HandMadeSocket.frame(HandMadeSocket.FINAL | HandMadeSocket.TEXT,
          (framed ? "[\"{}\"]" : "{}").getBytes(StandardCharsets.US_ASCII));
      default -> throw new IllegalArgumentException(kind);
    };
    byte[] many = new byte[one.length * (65_536 / one.length)];
    for (int at = 0; at < many.length; at += one.length) {
      System.arraycopy(one, 0, many, at, one.length);
    }
    return many;
  }
}
