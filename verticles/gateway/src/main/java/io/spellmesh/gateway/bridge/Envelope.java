package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * What is written to the bridge's clients.
 *
 * @see <a href="https://vertx.io/docs/vertx-tcp-eventbus-bridge/java/">the frames of the bridge</a>
 */
final class Envelope {
  private Envelope() {}

  /** How every message of an address begins. */
  static String beginning(String address) {
    return "{\"type\":\"rec\",\"address\":" + Json.encode(address) + ",\"body\":";
  }

  /** A message. @param body a JSON text */
  static Buffer received(String beginning, String body) {
    return Buffer.buffer(beginning.concat(body).concat("}"));
  }

  /** @param answer a record of the wire */
  static Buffer answer(String replyAddress, Object answer) {
    return received(beginning(replyAddress), Wire.text(answer));
  }

  /** In the bridge's own words, and when it is worth asking again. */
  static Buffer failure(String replyAddress, Failure failure) {
    JsonObject envelope = new JsonObject().put("type", "err").put("address", replyAddress)
        .put("failureCode", failure.failureCode()).put("failureType", failure.failureType().name())
        .put("message", failure.getMessage());
    failure.retryAfter().map(Duration::toSeconds).ifPresent(seconds -> envelope.put("retryAfter", seconds));
    return envelope.toBuffer();
  }

  /** What the bridge says of a frame that it does not take. */
  static Buffer refusal(String why) {
    return new JsonObject().put("type", "err").put("body", why).toBuffer();
  }
}
