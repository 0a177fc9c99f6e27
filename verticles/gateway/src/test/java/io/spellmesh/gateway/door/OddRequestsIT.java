package io.spellmesh.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What no proper client sends, over raw sockets. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OddRequestsIT {
  private static RunningGateway gateway;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of("http.body-window", "400ms", "http.quiet-time", "600ms"));
  }

  private static String head(String line, String... headers) {
    return line + " HTTP/1.1\r\nHost: x\r\n"
        + "Authorization: Bearer " + gateway.token(RunningGateway.ALICE) + "\r\n"
        + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
  }

  /** Everything the server says to this until it closes the connection. */
  private static String answerTo(String request) throws IOException {
    try (Socket socket = gateway.socket()) {
      write(socket.getOutputStream(), request);
      return rest(socket);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String rest(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(part); n >= 0; n = socket.getInputStream().read(part)) {
        all.write(part, 0, n);
      }
    } catch (SocketException reset) {
      assertTrue(all.size() > 0, "reset before an answer");
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static void assertProblem(int status, String answer) {
    // What has no proper first line is answered in the oldest HTTP there is.
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " ") || answer.startsWith("HTTP/1.0 " + status + " "),
        answer);
    assertTrue(answer.contains("nosniff"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
  }

  @Test
  void refusesABodyThatSaysItIsTooLarge() throws IOException {
    String answer = answerTo(head("POST /api/projects", "Content-Type: application/json",
        "Content-Length: 1048577") + "\r\n{");

    assertProblem(413, answer);
    assertTrue(answer.toLowerCase().contains("connection: close"), answer);
  }

  @Test
  void refusesABodyThatTurnsOutTooLarge() throws IOException {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

    assertProblem(413, answerTo(head("POST /api/projects", "Content-Type: application/json",
        "Transfer-Encoding: chunked") + "\r\n" + chunk.repeat(17)));
  }

  @Test
  void takesLargerBodiesWhereSpellsCome() throws Exception {
    String body = "{\"name\":\"a\",\"graph\":{\"text\":\"" + "x".repeat(3_000_000) + "\"}}";

    Reply reply = gateway.ask("POST", "/api/spells", body, Map.of());

    // The stand-in has no such spell: the body got through.
    assertEquals(404, reply.status());
  }

  @Test
  void cutsABodyThatDribbles() throws IOException {
    long began = System.nanoTime();

    String answer = answerTo(head("POST /api/projects", "Content-Type: application/json",
        "Content-Length: 1000") + "\r\n{\"name\":");

    assertProblem(408, answer);
    assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(5));
  }

  @Test
  void cutsAHeadThatNeverEnds() throws IOException {
    try (Socket socket = gateway.socket()) {
      write(socket.getOutputStream(), "GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ");

      assertEquals("", rest(socket));
    }
  }

  @Test
  void closesAConnectionThatIsKeptForNothing() throws IOException {
    assertTrue(answerTo("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 200"));
  }

  @Test
  void answersOneRequestAfterTheOtherOnAConnection() throws IOException {
    String refused = head("POST /api/nothing", "Content-Length: 3") + "\r\nabc";
    String last = head("GET /healthz", "Connection: close") + "\r\n";

    String answers = answerTo(refused + last);

    assertProblem(404, answers);
    assertTrue(answers.contains("HTTP/1.1 200 OK"), answers);
  }

  @Test
  void refusesHeadsThatAreTooLarge() throws IOException {
    assertProblem(414, answerTo(head("GET /api/spells?name=" + "x".repeat(9000)) + "\r\n"));
    assertProblem(431, answerTo(head("GET /api/spells", "X-A: " + "x".repeat(20_000)) + "\r\n"));
    assertProblem(431, answerTo("GET /api/spells HTTP/1.1\r\nAuthorization: Bearer " + "x".repeat(65_536)
        + "\r\n\r\n"));
    assertProblem(431, answerTo("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(10_000) + "\r\n"));
  }

  @Test
  void refusesWhatIsNoHttp() throws IOException {
    assertProblem(400, answerTo("HELLO\r\n\r\n"));
  }

  @Test
  void refusesPackedBodies() throws IOException {
    assertProblem(415, answerTo(head("POST /api/projects", "Content-Type: application/json",
        "Content-Encoding: gzip", "Content-Length: 20") + "\r\n12345678901234567890"));
  }

  @Test
  void asksForABodyThatIsAnnounced() throws IOException {
    try (Socket socket = gateway.socket()) {
      write(socket.getOutputStream(), head("POST /api/projects", "Content-Type: application/json",
          "Content-Length: 2", "Expect: 100-continue") + "\r\n");
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(line, StandardCharsets.US_ASCII));

      write(socket.getOutputStream(), "{}");

      assertProblem(400, rest(socket));
    }
  }

  @Test
  void refusesTwoTokens() throws IOException {
    assertProblem(401, answerTo(
        head("GET /api/spells", "Authorization: Bearer x", "Connection: close") + "\r\n"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
