package io.spellmesh.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One raw WebSocket on the event bus bridge, as one person. */
final class BridgeClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  /** @param base of the mesh, as it prints it */
  BridgeClient(URI base, String accessToken) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder()
        .header("Authorization", "Bearer " + accessToken)
        .buildAsync(URI.create(base.toString().replaceFirst("http", "ws") + "/eventbus/websocket"), new Frames())
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  void register(String address) {
    write(frame("register", address));
  }

  /** Asks an operation. @return the bridge's frame: a reply with a body, or an error */
  JsonNode ask(String address, ObjectNode body) {
    String reply = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(reply, answer);
    write(frame("send", address).put("replyAddress", reply).set("body", body));
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** The next frame that is no answer to a question. */
  JsonNode next() throws InterruptedException {
    JsonNode frame = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("nothing came in " + PATIENCE.toSeconds() + " s");
    }
    return frame;
  }

  private static ObjectNode frame(String type, String address) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("address", address);
  }

  private synchronized void write(JsonNode frame) {
    socket.sendText(frame.toString(), true).join();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Frames implements WebSocket.Listener {
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      part.writeBytes(bytes);
      if (last) {
        JsonNode frame = Wire.read(part.toByteArray(), JsonNode.class);
        part.reset();
        CompletableFuture<JsonNode> answer = answers.remove(frame.path("address").asText());
        if (answer == null) {
          heard.add(frame);
        } else {
          answer.complete(frame);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(from);
    }
  }
}
