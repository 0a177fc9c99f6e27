package io.spellmesh.mesh.attack;

import static io.spellmesh.mesh.live.HandMadeSocket.BINARY;
import static io.spellmesh.mesh.live.HandMadeSocket.CLOSE;
import static io.spellmesh.mesh.live.HandMadeSocket.CONTINUATION;
import static io.spellmesh.mesh.live.HandMadeSocket.FINAL;
import static io.spellmesh.mesh.live.HandMadeSocket.PING;
import static io.spellmesh.mesh.live.HandMadeSocket.PONG;
import static io.spellmesh.mesh.live.HandMadeSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.mesh.live.HandMadeSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes on an open socket that are no frames, or break what RFC 6455 says of them. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class FramesAttackIT {
  private static final String RAW = "/eventbus/websocket";
  private static final String FRAMED = "/eventbus/000/abcdefgh/websocket";
  /** Protocol error, data of a wrong kind, text that is none, too large; abnormal, where it is just cut. */
  private static final Set<Integer> CLOSED_FOR_IT = Set.of(1002, 1003, 1007, 1009, 1006);
  /** What SockJS closes with, once it has said why in a frame of its own. */
  private static final int SOCKJS_HAS_SAID_WHY = 1000;
  private static final String QUESTION =
      "{\"type\":\"send\",\"address\":\"spellmesh.tab.ping\",\"body\":{},\"replyAddress\":\"x\"}";

  /** @param path of the socket it is said on */
  private record Attack(String name, String path, byte[] bytes) {
    @Override
    public String toString() {
      return name + " on " + path;
    }
  }

  private static AttackedMesh mesh;

  private Person eve;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void register() throws IOException {
    eve = mesh.register();
  }

  static Stream<Attack> attacks() {
    return Stream.of(RAW, FRAMED).flatMap(path -> Stream.of(
        new Attack("text that is no UTF-8", path, HandMadeSocket.frame(FINAL | TEXT, bytes(0x22, 0xc3, 0x28, 0x22))),
        new Attack("an overlong NUL", path, HandMadeSocket.frame(FINAL | TEXT, bytes(0xc0, 0x80))),
        new Attack("half a character", path, HandMadeSocket.frame(FINAL | TEXT, bytes(0xed, 0xa0, 0x80))),
        new Attack("no mask", path, bytes(FINAL | TEXT, 2, '{', '}')),
        new Attack("the first reserved bit", path, HandMadeSocket.frame(FINAL | 0x40 | TEXT, text(QUESTION))),
        new Attack("the second reserved bit", path, HandMadeSocket.frame(FINAL | 0x20 | TEXT, text(QUESTION))),
        new Attack("the third reserved bit", path, HandMadeSocket.frame(FINAL | 0x10 | TEXT, text(QUESTION))),
        new Attack("an unknown kind", path, HandMadeSocket.frame(FINAL | 3, text("{}"))),
        new Attack("an unknown control", path, HandMadeSocket.frame(FINAL | 11, text("{}"))),
        new Attack("64 MB announced", path, announced(64L << 20)),
        new Attack("2^62 bytes announced", path, announced(1L << 62)),
        new Attack("a negative length", path, announced(-1)),
        new Attack("a message beyond 1 MB", path,
            HandMadeSocket.frame(FINAL | BINARY, new byte[(1 << 20) + 1])),
        new Attack("a message beyond 1 MB in pieces", path, joined(
            HandMadeSocket.frame(TEXT, new byte[700_000]),
            HandMadeSocket.frame(FINAL | CONTINUATION, new byte[700_000]))),
        new Attack("a continuation of nothing", path, HandMadeSocket.frame(FINAL | CONTINUATION, text("{}"))),
        new Attack("a message inside another", path, joined(HandMadeSocket.frame(TEXT, text("{")),
            HandMadeSocket.frame(FINAL | TEXT, text("{}")))),
        new Attack("a ping in pieces", path, HandMadeSocket.frame(PING, text("x"))),
        new Attack("a ping of 126 bytes", path, HandMadeSocket.frame(FINAL | PING, new byte[126])),
        new Attack("a good-bye of one byte", path, HandMadeSocket.frame(FINAL | CLOSE, bytes(3))),
        new Attack("a good-bye for a reason nobody may give", path,
            HandMadeSocket.frame(FINAL | CLOSE, bytes(1005 >> 8, 1005 & 0xff))),
        new Attack("HTTP", path, text("GET /api/users/me HTTP/1.1\r\nHost: x\r\n\r\n"))));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void whoBreaksTheRulesIsCutOff(Attack attack) throws IOException {
    try (HandMadeSocket socket = open(attack.path)) {
      socket.send(attack.bytes);
      int code = closeCode(socket);
      assertTrue(isForIt(code, attack.path) || attack.name.contains("good-bye") && code == 1005,
          "closed with " + code);
    }
    assertAnswers(attack.path);
  }

  @Test
  void piecesForEverComeToAnEnd() throws IOException {
    for (String path : List.of(RAW, FRAMED)) {
      try (HandMadeSocket socket = open(path)) {
        socket.sendFrame(TEXT, text("["));
        byte[] piece = HandMadeSocket.frame(CONTINUATION, text(" ".repeat(1_000)));
        int code = sendForEver(socket, piece);
        assertTrue(isForIt(code, path), path + " closed with " + code);
      }
      assertAnswers(path);
    }
  }

  @Test
  void aWrongMaskMakesNonsenseAndNoMore() throws IOException {
    byte[] frame = HandMadeSocket.frame(FINAL | TEXT, text(QUESTION));
    for (int at = 2; at < frame.length - QUESTION.length(); at++) {
      frame[at] ^= 1;
    }
    try (HandMadeSocket socket = open(RAW)) {
      socket.send(frame);
      assertTrue(new String(socket.read().orElseThrow(), StandardCharsets.UTF_8).contains("err"));
    }
  }

  @Test
  void pingsAreAnsweredAndDisturbNobody() throws IOException {
    try (HandMadeSocket socket = open(RAW)) {
      Thread.ofVirtual().start(() -> {
        try {
          for (int i = 0; i < 10_000; i++) {
            socket.sendFrame(FINAL | PING, text("p" + i));
          }
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      });
      for (int i = 0; i < 10_000; i++) {
        HandMadeSocket.Frame pong = socket.readFrame();
        assertEquals(PONG, pong.opcode());
        assertEquals("p" + i, new String(pong.payload(), StandardCharsets.US_ASCII));
      }
      mesh.assertServes(mesh.register());
    }
  }

  @Test
  void randomBytesEndTheSocketAndNothingElse() throws IOException {
    long seed = System.nanoTime();
    System.out.println("frames attack: seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      try (HandMadeSocket socket = open(i % 2 == 0 ? RAW : FRAMED)) {
        byte[] frame = HandMadeSocket.frame(FINAL | TEXT, text(QUESTION));
        for (int changes = random.nextInt(1, 8); changes > 0; changes--) {
          frame[random.nextInt(i % 3 == 0 ? 6 : frame.length)] = (byte) random.nextInt();
        }
        socket.send(frame);
        socket.send(HandMadeSocket.frame(FINAL | CLOSE, bytes(1000 >> 8, 1000 & 0xff)));
      }
    }
    mesh.assertServes(eve);
    assertAnswers(RAW);
    assertAnswers(FRAMED);
  }

  private HandMadeSocket open(String path) throws IOException {
    return HandMadeSocket.open(mesh.base(), path, Map.of("Authorization", "Bearer " + eve.accessToken()),
        HandMadeSocket.ANY_BUFFER);
  }

  private static boolean isForIt(int code, String path) {
    return CLOSED_FOR_IT.contains(code) || path.equals(FRAMED) && code == SOCKJS_HAS_SAID_WHY;
  }

  /** @return what it was closed with; 1006 if the connection just ended */
  private static int closeCode(HandMadeSocket socket) {
    try {
      HandMadeSocket.Frame frame = socket.readFrame();
      while (frame.opcode() != CLOSE) {
        frame = socket.readFrame();
      }
      return frame.closeCode();
    } catch (IOException cut) {
      return 1006;
    }
  }

  /** Far more than is ever listened to. @return what it was closed with */
  private static int sendForEver(HandMadeSocket socket, byte[] piece) {
    try {
      for (int i = 0; i < 20_000; i++) {
        socket.send(piece);
      }
    } catch (IOException cut) {
      return 1006;
    }
    return closeCode(socket);
  }

  /** A good question on a new socket of the same person. */
  private void assertAnswers(String path) throws IOException {
    try (HandMadeSocket socket = open(path)) {
      socket.sendText(path.equals(RAW) ? QUESTION : "[\"" + QUESTION.replace("\"", "\\\"") + "\"]");
      Optional<byte[]> message = socket.read();
      while (new String(message.orElseThrow(), StandardCharsets.UTF_8).length() < 5) {
        message = socket.read();
      }
      assertTrue(new String(message.orElseThrow(), StandardCharsets.UTF_8).contains("beat"));
    }
  }

  private static byte[] announced(long length) {
    return ByteBuffer.allocate(14).put((byte) (FINAL | TEXT)).put((byte) 0xff).putLong(length).putInt(0).array();
  }

  private static byte[] joined(byte[]... frames) {
    ByteBuffer all = ByteBuffer.allocate(Stream.of(frames).mapToInt(frame -> frame.length).sum());
    Stream.of(frames).forEach(all::put);
    return all.array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
