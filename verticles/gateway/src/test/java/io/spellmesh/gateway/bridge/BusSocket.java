package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Operation;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the bridge, as a page or a program is one. */
final class BusSocket implements AutoCloseable {
  private final WebSocketClient client;
  private final WebSocket socket;
  private final boolean framed;
  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final Promise<Integer> closed = Promise.promise();
  private int passed;

  private BusSocket(WebSocketClient client, WebSocket socket, boolean framed) {
    this.client = client;
    this.socket = socket;
    this.framed = framed;
    socket.binaryMessageHandler(bytes -> messages.add(new JsonObject(bytes)));
    socket.textMessageHandler(this::unframe);
    socket.closeHandler(_ -> closed.tryComplete(
        Optional.ofNullable(socket.closeStatusCode()).map(Short::intValue).orElse(1006)));
    socket.exceptionHandler(_ -> closed.tryComplete(1006));
  }

  private void unframe(String text) {
    if (text.startsWith("a")) {
      new JsonArray(text.substring(1)).forEach(message -> messages.add(new JsonObject((String) message)));
    }
  }

  /** Fails with an {@link io.vertx.core.http.UpgradeRejectedException}, if it is not let in. */
  static Future<BusSocket> open(RunningGateway gateway, String path, Map<String, String> headers) {
    WebSocketClient client = gateway.vertx().createWebSocketClient(
        new WebSocketClientOptions().setMaxFrameSize(1 << 24).setMaxMessageSize(1 << 24));
    WebSocketConnectOptions options = new WebSocketConnectOptions()
        .setHost("127.0.0.1").setPort(gateway.port()).setURI(path)
        .setAllowOriginHeader(headers.containsKey("Origin"));
    headers.forEach(options::addHeader);
    boolean framed = !path.startsWith("/eventbus/websocket");
    return client.connect(options).map(socket -> new BusSocket(client, socket, framed))
        .onFailure(_ -> client.close());
  }

  static BusSocket raw(RunningGateway gateway, String token) {
    return RunningGateway.await(
        open(gateway, "/eventbus/websocket", Map.of("Authorization", "Bearer " + token)));
  }

  static BusSocket raw(RunningGateway gateway, UUID user) {
    return raw(gateway, gateway.token(user));
  }

  /** As the stock client opens it. */
  static BusSocket framed(RunningGateway gateway, UUID user) {
    return RunningGateway.await(open(gateway, "/eventbus/123/abcdefgh/websocket",
        Map.of("Authorization", "Bearer " + gateway.token(user))));
  }

  void write(JsonObject message) {
    if (framed) {
      socket.writeTextMessage(new JsonArray().add(message.encode()).encode());
    } else {
      socket.writeTextMessage(message.encode());
    }
  }

  void register(String address) {
    write(new JsonObject().put("type", "register").put("address", address));
  }

  void unregister(String address) {
    write(new JsonObject().put("type", "unregister").put("address", address));
  }

  void send(String address, JsonObject body) {
    write(new JsonObject().put("type", "send").put("address", address).put("body", body));
  }

  /** The answer, or what the bridge says instead of one. */
  JsonObject ask(Operation<?, ?> operation, JsonObject body) {
    String reply = UUID.randomUUID().toString();
    write(new JsonObject().put("type", "send").put("address", operation.address()).put("body", body)
        .put("replyAddress", reply).put("headers", new JsonObject().put("authorization", "Bearer forged")
            .put("socket", "forged").put("action", "forged")));
    return next(message -> reply.equals(message.getString("address")));
  }

  /** The next message that fits; others are passed over. */
  JsonObject next(Predicate<JsonObject> fits) {
    try {
      for (JsonObject message = poll(); ; message = poll()) {
        if (fits.test(message)) {
          return message;
        }
        passed++;
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JsonObject poll() throws InterruptedException {
    JsonObject message = messages.poll(20, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message came within 20 s");
    }
    return message;
  }

  /** What the bridge says to a message it does not like. */
  String refusal() {
    return next(message -> "err".equals(message.getString("type"))).getString("body");
  }

  /** How many messages were passed over. */
  int passed() {
    return passed;
  }

  WebSocket socket() {
    return socket;
  }

  /** The code it was closed with; waits for it. */
  int closed() {
    return RunningGateway.await(closed.future());
  }

  boolean isOpen() {
    return !closed.future().isComplete();
  }

  void writeBytes(int bytes) {
    socket.writeBinaryMessage(Buffer.buffer(new byte[bytes]));
  }

  @Override
  public void close() {
    RunningGateway.await(client.close());
  }
}
