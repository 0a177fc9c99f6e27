package io.spellmesh.mesh.live;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A client's end of a WebSocket (RFC 6455), made by hand, for what no library lets a client do: read
 * nothing, end in the middle of a frame, break the rules.
 */
public final class HandMadeSocket implements AutoCloseable {
  public static final int FINAL = 0x80;
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;
  /** What the system chooses. */
  public static final int ANY_BUFFER = 0;

  private static final int MASKED = 0x80;
  private static final int LENGTH_OF_16_BITS = 126;
  private static final int LENGTH_OF_64_BITS = 127;
  private static final int PATIENCE_MILLIS = 20_000;

  /** @param first fin bit, reserved bits and opcode */
  public record Frame(int first, byte[] payload) {
    public int opcode() {
      return first & 0xf;
    }

    /** Of a closing frame; 1005 if it says none. */
    public int closeCode() {
      return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }
  }

  private final Socket socket;
  private final DataInputStream in;

  private HandMadeSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1024));
  }

  /**
   * Opens it.
   *
   * @param receiveBuffer bytes that the system may take in before anything is read
   * @throws IOException naming the server's status, if it does not let us in
   */
  public static HandMadeSocket open(URI base, String path, Map<String, String> headers, int receiveBuffer)
      throws IOException {
    Socket socket = new Socket();
    try {
      if (receiveBuffer != ANY_BUFFER) {
        socket.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
      }
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      HandMadeSocket made = new HandMadeSocket(socket);
      made.shakeHands(base, path, headers);
      socket.setSoTimeout(0);
      return made;
    } catch (IOException notOpened) {
      socket.close();
      throw notOpened;
    }
  }

  private void shakeHands(URI base, String path, Map<String, String> headers) throws IOException {
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + Base64.getEncoder().encodeToString(new byte[16]) + "\r\n");
    headers.forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    send(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    String head = head();
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new IOException("not let in: " + head.lines().findFirst().orElse(""));
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended in the handshake");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  public void sendText(String text) throws IOException {
    sendFrame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** @param first fin bit, reserved bits and opcode */
  public void sendFrame(int first, byte[] payload) throws IOException {
    send(frame(first, payload));
  }

  /** As a client has to make it: masked, here with zeros, which leave the payload as it is. */
  public static byte[] frame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
    if (payload.length < LENGTH_OF_16_BITS) {
      frame.put((byte) (MASKED | payload.length));
    } else if (payload.length <= 0xffff) {
      frame.put((byte) (MASKED | LENGTH_OF_16_BITS)).putShort((short) payload.length);
    } else {
      frame.put((byte) (MASKED | LENGTH_OF_64_BITS)).putLong(payload.length);
    }
    frame.putInt(0).put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  /** These bytes, whatever they are. */
  public synchronized void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** The next whole message; empty once the server has closed. Answers its pings. */
  public Optional<byte[]> read() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      Frame frame = readFrame();
      switch (frame.opcode()) {
        case PING -> sendFrame(FINAL | PONG, frame.payload());
        case CLOSE -> {
          return Optional.empty();
        }
        case CONTINUATION, TEXT, BINARY -> {
          message.writeBytes(frame.payload());
          if ((frame.first() & FINAL) != 0) {
            return Optional.of(message.toByteArray());
          }
        }
        default -> throw new IOException("frame of kind " + frame.opcode());
      }
    }
  }

  /** @throws EOFException if the connection ends */
  public Frame readFrame() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    if (length == LENGTH_OF_16_BITS) {
      length = in.readUnsignedShort();
    } else if (length == LENGTH_OF_64_BITS) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Frame(first, payload);
  }

  /** Without a good-bye. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
