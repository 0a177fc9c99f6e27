package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Operation;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the bridge over plain requests, one after the other to hear, others to say something. */
final class XhrSocket implements AutoCloseable {
  private final RunningGateway gateway;
  private final String session;
  private final String transport;
  private final String query;
  private final Map<String, String> headers;
  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final Promise<Integer> opened = Promise.promise();
  private final Promise<String> ended = Promise.promise();
  private final Thread hearing;

  private XhrSocket(RunningGateway gateway, String session, String transport, String query,
      Map<String, String> headers) {
    this.gateway = gateway;
    this.session = session;
    this.transport = transport;
    this.query = query;
    this.headers = headers;
    hearing = Thread.ofVirtual().start(this::hear);
  }

  /** @param transport {@code xhr} or {@code xhr_streaming} */
  static XhrSocket open(RunningGateway gateway, String transport, String query, Map<String, String> headers) {
    XhrSocket socket = new XhrSocket(gateway, "s" + UUID.randomUUID(), transport, query, headers);
    int status = RunningGateway.await(socket.opened.future());
    if (status != 200) {
      throw new AssertionError("opened with " + status);
    }
    return socket;
  }

  static XhrSocket open(RunningGateway gateway, String transport, UUID user) {
    return open(gateway, transport, "", Map.of("Authorization", "Bearer " + gateway.token(user)));
  }

  String session() {
    return session;
  }

  private void hear() {
    try {
      while (!ended.future().isComplete()) {
        HttpResponse<InputStream> response = gateway.client().send(
            gateway.request("POST", path(transport), "", headers), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
          opened.tryComplete(response.statusCode());
          ended.tryComplete("status " + response.statusCode());
          response.body().close();
        } else {
          hear(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        }
      }
    } catch (IOException | InterruptedException gone) {
      opened.tryFail(gone);
      ended.tryComplete("cut");
    }
  }

  private void hear(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("o")) {
        opened.complete(200);
      } else if (line.startsWith("a")) {
        new JsonArray(line.substring(1)).forEach(message -> messages.add(new JsonObject((String) message)));
      } else if (line.startsWith("c")) {
        ended.tryComplete(line);
      }
    }
  }

  private String path(String what) {
    return "/eventbus/000/" + session + "/" + what + query;
  }

  int write(JsonObject frame) throws Exception {
    return writeText(new JsonArray().add(frame.encode()).encode()).status();
  }

  Reply writeText(String body) throws Exception {
    return gateway.stranger("POST", path("xhr_send"), body, headers);
  }

  void register(String address) throws Exception {
    write(new JsonObject().put("type", "register").put("address", address));
  }

  /** The answer, or what the bridge says instead of one. */
  JsonObject ask(Operation<?, ?> operation, JsonObject body) throws Exception {
    String reply = UUID.randomUUID().toString();
    write(new JsonObject().put("type", "send").put("address", operation.address()).put("body", body)
        .put("replyAddress", reply).put("headers", new JsonObject().put("authorization", "Bearer forged")));
    return next(message -> reply.equals(message.getString("address")));
  }

  /** The next message that fits; others are passed over. */
  JsonObject next(Predicate<JsonObject> fits) throws InterruptedException {
    for (JsonObject message = messages.poll(10, TimeUnit.SECONDS); message != null;
        message = messages.poll(10, TimeUnit.SECONDS)) {
      if (fits.test(message)) {
        return message;
      }
    }
    throw new AssertionError("nothing came within 10 s");
  }

  /** How it ended: SockJS's last frame, the status of the request that was not answered, or {@code cut}. */
  String ended() {
    return RunningGateway.await(ended.future());
  }

  /** As a page that is closed: the request that waits is given up. */
  @Override
  public void close() {
    hearing.interrupt();
    RunningGateway.await(ended.future());
  }
}
