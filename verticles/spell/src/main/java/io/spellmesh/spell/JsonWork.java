package io.spellmesh.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Reads and writes JSON where it does no harm: a little on the event loop, much on a worker. */
final class JsonWork {
  /** About a millisecond of parsing; a hop to a worker and back costs a twentieth of that. */
  static final int MOST_INLINE_CHARS = 64 * 1024;

  private final Vertx vertx;

  JsonWork(Vertx vertx) {
    this.vertx = vertx;
  }

  Future<ObjectNode> read(String json) {
    return at(json.length(), () -> Wire.read(json, ObjectNode.class));
  }

  /** @param json decides by its weight where the work is done */
  <T> Future<T> on(JsonNode json, Callable<T> work) {
    return at(MOST_INLINE_CHARS - rest(json, MOST_INLINE_CHARS), work);
  }

  /** @param chars how much JSON the work goes through */
  <T> Future<T> at(long chars, Callable<T> work) {
    if (chars >= MOST_INLINE_CHARS) {
      return vertx.executeBlocking(work, false);
    }
    try {
      return Future.succeededFuture(work.call());
    } catch (Exception e) {
      return Future.failedFuture(e);
    }
  }

  /** What is left of an allowance when the tree has had its part; it is walked no further than that. */
  private static int rest(JsonNode json, int allowance) {
    int rest = allowance - 1 - (json.isTextual() ? json.textValue().length() : 0);
    if (json instanceof ObjectNode object) {
      for (var field : object.properties()) {
        if (rest <= 0) {
          return 0;
        }
        rest = rest(field.getValue(), rest - field.getKey().length());
      }
    } else {
      for (JsonNode element : json) {
        if (rest <= 0) {
          return 0;
        }
        rest = rest(element, rest);
      }
    }
    return Math.max(0, rest);
  }
}
