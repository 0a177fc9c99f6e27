package io.spellmesh.mesh.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One socket on the event bus bridge, as one person. */
public final class BridgeClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How messages travel on it. */
  public enum Framing {
    RAW("/eventbus/websocket"),
    /** As the stock client does. */
    SOCKJS("/eventbus/000/abcdefgh/websocket");

    private final String path;

    Framing(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }

    /** What is written to say this. */
    String framed(String text) {
      return this == RAW ? text : JsonNodeFactory.instance.arrayNode().add(text).toString();
    }
  }

  private final Framing framing;
  private final HandMadeSocket socket;
  private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Semaphore reading = new Semaphore(1);

  /** @param base of the mesh, or of whatever stands in between */
  public static BridgeClient open(URI base, String accessToken) throws IOException {
    return open(base, accessToken, Framing.RAW, HandMadeSocket.ANY_BUFFER);
  }

  public static BridgeClient open(URI base, String accessToken, Framing framing, int receiveBuffer)
      throws IOException {
    return new BridgeClient(framing, HandMadeSocket.open(base, framing.path,
        Map.of("Authorization", "Bearer " + accessToken), receiveBuffer));
  }

  private BridgeClient(Framing framing, HandMadeSocket socket) {
    this.framing = framing;
    this.socket = socket;
    Thread.ofVirtual().start(this::hear);
  }

  public void register(String address) throws IOException {
    write(frame("register", address));
  }

  /** Asks an operation. @return the bridge's frame: a reply with a body, or an error */
  public JsonNode ask(Operation<?, ?> operation, ObjectNode body) throws IOException {
    try {
      return asking(operation, body).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IOException(operation + " was not answered", e.getCause());
    }
  }

  /** Fails if the connection ends before the answer comes. */
  CompletableFuture<JsonNode> asking(Operation<?, ?> operation, ObjectNode body) throws IOException {
    String reply = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(reply, answer);
    ended.whenComplete((none, broken) -> answer.completeExceptionally(new IOException("the socket has ended")));
    ObjectNode frame = frame("send", operation.address()).put("replyAddress", reply);
    frame.set("body", body);
    write(frame);
    return answer;
  }

  public static ObjectNode frame(String type, String address) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("address", address);
  }

  public void write(JsonNode frame) throws IOException {
    writeText(frame.toString());
  }

  /** @param text a frame of the bridge, or not */
  public void writeText(String text) throws IOException {
    socket.sendText(framing.framed(text));
  }

  /** The next frame that is no answer to a question. */
  public JsonNode next() throws InterruptedException {
    return next(PATIENCE).orElseThrow(() -> new AssertionError("nothing came in " + PATIENCE.toSeconds() + " s"));
  }

  Optional<JsonNode> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** What has come so far and is no answer to a question. */
  public List<JsonNode> heard() {
    List<JsonNode> all = new ArrayList<>();
    heard.drainTo(all);
    return all;
  }

  /** @throws RuntimeException if it ended because something came that cannot be read */
  boolean isEnded() {
    if (ended.isDone()) {
      ended.join();
    }
    return ended.isDone();
  }

  /** Reads nothing more until told to; what the system takes in all the same is little. */
  void stopReading() {
    reading.acquireUninterruptibly();
  }

  void readOn() {
    reading.release();
  }

  private void hear() {
    try {
      for (Optional<byte[]> message = read(); message.isPresent(); message = read()) {
        String text = new String(message.get(), StandardCharsets.UTF_8);
        if (framing == Framing.RAW) {
          take(Wire.read(message.get(), JsonNode.class));
        } else if (text.startsWith("a")) {
          for (JsonNode inner : Wire.read(text.substring(1).getBytes(StandardCharsets.UTF_8), JsonNode.class)) {
            take(Wire.read(inner.textValue().getBytes(StandardCharsets.UTF_8), JsonNode.class));
          }
        }
      }
      ended.complete(null);
    } catch (IOException broken) {
      ended.complete(null);
    } catch (RuntimeException nonsense) {
      ended.completeExceptionally(nonsense);
    }
  }

  private Optional<byte[]> read() throws IOException {
    reading.acquireUninterruptibly();
    reading.release();
    return socket.read();
  }

  private void take(JsonNode frame) {
    CompletableFuture<JsonNode> answer = answers.remove(frame.path("address").asText());
    if (answer == null) {
      heard.add(frame);
    } else {
      answer.complete(frame);
    }
  }

  /** Without a good-bye. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
