package io.spellmesh.agent.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * One WebSocket to the Gateway: its heartbeats, and payloads both ways. It ends once, and says how.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway">its life cycle</a>
 */
final class GatewaySocket {
  /** Who speaks through it. */
  interface Ears {
    /** It can be spoken to. */
    void greeted();

    void heard(JsonNode dispatch);

    void lost(Loss loss);
  }

  private static final int DISPATCH = 0;
  private static final int HEARTBEAT = 1;
  private static final int RECONNECT = 7;
  private static final int INVALID_SESSION = 9;
  private static final int HELLO = 10;
  private static final int HEARTBEAT_ACK = 11;
  private static final long USUAL_MILLIS = 41_250;
  private static final short OVER = 1000;
  /** Any code but 1000 and 1001 leaves the session as it is. */
  private static final short TO_COME_BACK = 4900;
  private static final short NOT_GIVEN = 1006;

  private final Vertx vertx;
  private final WebSocket socket;
  private final Ears ears;
  private final Supplier<JsonNode> sequence;
  private boolean isOver;
  private boolean isAnswered = true;
  private long pulse = -1;

  /** @param sequence number of the last dispatch, null in JSON before the first */
  GatewaySocket(Vertx vertx, WebSocket socket, Ears ears, Supplier<JsonNode> sequence) {
    this.vertx = vertx;
    this.socket = socket;
    this.ears = ears;
    this.sequence = sequence;
  }

  void listen() {
    // A close follows, which is what counts.
    socket.exceptionHandler(_ -> { });
    socket.closeHandler(_ -> end(Loss.of(Optional.ofNullable(socket.closeStatusCode()).orElse(NOT_GIVEN))));
    socket.textMessageHandler(this::take);
  }

  void send(int op, JsonNode data) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("op", op);
    socket.writeTextMessage(Wire.text(payload.set("d", data)))
        .onFailure(_ -> end(new Loss.Dropped("it takes nothing any more")));
  }

  /** Ends the session as well. */
  Future<Void> close() {
    isOver = true;
    vertx.cancelTimer(pulse);
    return socket.close(OVER);
  }

  void end(Loss loss) {
    if (!isOver) {
      isOver = true;
      vertx.cancelTimer(pulse);
      socket.close(TO_COME_BACK).onFailure(_ -> { });
      ears.lost(loss);
    }
  }

  private void take(String text) {
    if (isOver) {
      return;
    }
    JsonNode payload;
    try {
      payload = Wire.read(text, JsonNode.class);
    } catch (Failure unreadable) {
      end(new Loss.Dropped("it sent what is no JSON"));
      return;
    }
    switch (payload.path("op").asInt(-1)) {
      case DISPATCH -> ears.heard(payload);
      case HEARTBEAT -> send(HEARTBEAT, sequence.get());
      case RECONNECT -> end(new Loss.Dropped("it asked to connect again"));
      case INVALID_SESSION -> end(payload.path("d").asBoolean() ? new Loss.Dropped("it did not resume the session")
          : new Loss.Forgotten("it does not know the session"));
      case HELLO -> greet(Math.clamp(payload.at("/d/heartbeat_interval").asLong(USUAL_MILLIS), 100, 600_000));
      case HEARTBEAT_ACK -> isAnswered = true;
      default -> { }
    }
  }

  /** @param interval between heartbeats, in milliseconds */
  private void greet(long interval) {
    vertx.cancelTimer(pulse);
    // So that not all who were cut off together beat together.
    pulse = vertx.setTimer(1 + ThreadLocalRandom.current().nextLong(interval), _ -> beat(interval));
    ears.greeted();
  }

  private void beat(long interval) {
    if (!isAnswered) {
      end(new Loss.Dropped("it answered no heartbeat"));
      return;
    }
    isAnswered = false;
    pulse = vertx.setTimer(interval, _ -> beat(interval));
    send(HEARTBEAT, sequence.get());
  }
}
