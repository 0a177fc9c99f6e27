package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One who takes more than a share: of runs, of starts, of connections. */
@Tag("attack")
class LimitsAttackIT {
  private static final int LIVE_RUNS = 2;
  private static final int STARTS_A_MINUTE = 20;
  private static final int SLOW_SENDERS = 60;

  private static AttackedMesh mesh;

  @BeforeAll
  static void start() throws IOException {
    mesh = AttackedMesh.start("limits", Map.of(
        "SPELLMESH_USERS_MAX_LIVE_RUNS", String.valueOf(LIVE_RUNS),
        "SPELLMESH_USERS_RUN_STARTS_A_MINUTE", String.valueOf(STARTS_A_MINUTE),
        "SPELLMESH_HTTP_BODY_WINDOW", "1s",
        "SPELLMESH_HTTP_QUIET_TIME", "2s"));
  }

  @AfterAll
  static void stop() throws IOException {
    try (AttackedMesh ended = mesh) {
      ended.assertNothingLeaked();
    }
  }

  @Test
  void moreRunsAtOnceThanAllowedAreRefusedForThatPersonAlone() throws IOException {
    Person eve = mesh.register();
    Person ada = mesh.register();
    String lasting = eve.importSpell(Sketch.lasting());
    String quick = eve.importSpell(AttackedMesh.example("greeting"));
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < LIVE_RUNS; i++) {
      runs.add(eve.start(lasting).must(202).json().get("run").get("id").textValue());
    }

    Reply refused = eve.start(quick).must(429);

    assertTrue(Integer.parseInt(refused.header("retry-after").orElseThrow()) > 0);
    assertTrue(refused.detail().contains(String.valueOf(LIVE_RUNS)), refused.detail());
    mesh.assertServes(ada);
    assertEquals(404, ada.rest().send("POST", "/api/runs/" + runs.getFirst() + "/cancel", "").status());
    assertEquals("running", statusOf(eve, runs.getFirst()), "another person's cancel ends nothing");
    for (String run : runs) {
      eve.rest().send("POST", "/api/runs/" + run + "/cancel", "").must(200);
      assertEquals("cancelled", statusOf(eve, run));
    }
    Waiting.until(() -> isStarted(eve, quick));
  }

  @Test
  void moreStartsAMinuteThanAllowedAreRefusedForThatPersonAlone() throws IOException {
    Person eve = mesh.register();
    Person ada = mesh.register();
    String spell = eve.importSpell(AttackedMesh.example("greeting"));
    for (int i = 0; i < STARTS_A_MINUTE; i++) {
      eve.run(spell, Map.of());
    }

    Reply refused = eve.rest().post("/api/spells/" + spell + "/runs", Map.of()).must(429);

    int wait = Integer.parseInt(refused.header("retry-after").orElseThrow());
    assertTrue(wait > 0 && wait <= 61, "a minute at most: " + wait);
    assertEquals(429, eve.again().rest().post("/api/spells/" + spell + "/runs", Map.of()).status(),
        "another session is the same person");
    mesh.assertServes(ada);
  }

  @Test
  void slowSendersAreCutOffAndOthersServedMeanwhile() throws IOException {
    Person ada = mesh.register();
    List<Socket> senders = new ArrayList<>();
    for (int i = 0; i < SLOW_SENDERS; i++) {
      senders.add(sender(i % 2 == 0 ? "GET /api/spells HTTP/1.1\r\nHost: x\r\nX-Slow: "
          : "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100000\r\n\r\n{\"email\":\""));
    }

    mesh.assertServes(ada);

    for (Socket sender : senders) {
      // A byte at a time keeps no connection alive: no idle time-out would ever fire.
      Waiting.until(() -> isCut(sender));
      sender.close();
    }
    mesh.assertServes(ada);
  }

  private static Socket sender(String beginning) throws IOException {
    Socket socket = new Socket(mesh.base().getHost(), mesh.base().getPort());
    socket.setSoTimeout(50);
    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static boolean isCut(Socket socket) {
    try {
      socket.getOutputStream().write('a');
      byte[] answer = new byte[4096];
      return socket.getInputStream().read(answer) < 0;
    } catch (SocketTimeoutException nothingYet) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static boolean isStarted(Person person, String spell) {
    try {
      return person.start(spell).status() == 202;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String statusOf(Person person, String run) throws IOException {
    return person.rest().get("/api/runs/" + run).must(200).json().get("status").textValue();
  }
}
