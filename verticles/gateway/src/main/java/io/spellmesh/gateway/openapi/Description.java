package io.spellmesh.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.gateway.rest.Answer;
import io.spellmesh.gateway.rest.Request;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A document that is made when somebody asks for it, and kept: making it is a quarter of all that a gateway
 * does at its start, and few ask.
 */
public final class Description implements Function<Request, Future<Answer>> {
  private final Vertx vertx;
  private final Supplier<? extends JsonNode> document;
  private Optional<Future<Answer>> made = Optional.empty();

  /** @param document too slow for an event loop */
  public Description(Vertx vertx, Supplier<? extends JsonNode> document) {
    this.vertx = vertx;
    this.document = document;
  }

  @Override
  public synchronized Future<Answer> apply(Request request) {
    Future<Answer> answer =
        made.orElseGet(() -> vertx.executeBlocking(() -> Answer.of(200, document.get()), false));
    made = Optional.of(answer);
    return answer;
  }
}
