package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How far the runs have come of which a socket was not told, so that it can be told at least that. */
final class Missed {
  /** A user has a few live runs; should there be more, the heads that come every 2 s make up for it. */
  private static final int MOST = 1_000;

  private record Seen(String address, RunHead head) {}

  private final Map<UUID, Seen> seen = new LinkedHashMap<>();

  /** @param body a run message; what else there may be on such an address is not missed */
  void note(String address, Object body) {
    if (body instanceof JsonObject message) {
      head(message).ifPresent(head -> seen.merge(head.run(), new Seen(address, head), Missed::newer));
      if (seen.size() > MOST) {
        seen.remove(seen.keySet().iterator().next());
      }
    }
  }

  /** The heads as the bridge's clients take messages; they are forgotten here. */
  List<Buffer> take() {
    List<Buffer> envelopes = new ArrayList<>();
    seen.values().forEach(missed -> envelopes.add(Envelope.answer(missed.address, missed.head)));
    seen.clear();
    return envelopes;
  }

  private static Seen newer(Seen before, Seen after) {
    boolean isOlder = after.head.epoch() < before.head.epoch()
        || after.head.epoch() == before.head.epoch() && after.head.tail() < before.head.tail();
    return isOlder ? before : after;
  }

  /** Of a group or a head. Parts are in no journal: that some are missing shows by their own numbers. */
  private static Optional<RunHead> head(JsonObject message) {
    if (!(message.getValue("run") instanceof String) || !(message.getValue("epoch") instanceof Number)) {
      return Optional.empty();
    }
    UUID run = UUID.fromString(message.getString("run"));
    int epoch = message.getInteger("epoch");
    if (message.getValue("events") instanceof JsonArray events && !events.isEmpty()) {
      JsonObject last = events.getJsonObject(events.size() - 1);
      return Optional.of(new RunHead(run, epoch, last.getLong("seq"), statusAfter(last.getString("kind"))));
    }
    return message.getValue("tail") instanceof Number
        ? Optional.of(Wire.read(message, RunHead.class))
        : Optional.empty();
  }

  private static RunStatus statusAfter(String kind) {
    return switch (kind) {
      case "completed" -> RunStatus.COMPLETED;
      case "failed" -> RunStatus.FAILED;
      case "cancelled" -> RunStatus.CANCELLED;
      case "interrupted" -> RunStatus.INTERRUPTED;
      default -> RunStatus.RUNNING;
    };
  }
}
