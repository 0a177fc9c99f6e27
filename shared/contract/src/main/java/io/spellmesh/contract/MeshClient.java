package io.spellmesh.contract;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Asks operations of the mesh from any JVM that is a member of its bus. */
public final class MeshClient {
  /** The header that carries the asker's access token; the only one an identity is read from. */
  public static final String AUTHORIZATION = "authorization";

  private final Vertx vertx;

  public MeshClient(Vertx vertx) {
    this.vertx = vertx;
    FailureCodec.register(vertx);
  }

  /** Asks an open operation. The future fails with a {@link Failure} only. */
  public <Q, A> Future<A> ask(Operation<Q, A> operation, Q question) {
    return ask(operation, question, options(operation));
  }

  /** Asks with an access token, as {@link io.spellmesh.contract.user.Users#LOGIN} answers one. */
  public <Q, A> Future<A> ask(Operation<Q, A> operation, Q question, String accessToken) {
    return ask(operation, question, accessToken, Map.of());
  }

  /** Asks with an access token and more headers; which an operation reads, it says. */
  public <Q, A> Future<A> ask(Operation<Q, A> operation, Q question, String accessToken,
      Map<String, String> headers) {
    DeliveryOptions options = options(operation).addHeader(AUTHORIZATION, "Bearer " + accessToken);
    headers.forEach(options::addHeader);
    return ask(operation, question, options);
  }

  private <Q, A> Future<A> ask(Operation<Q, A> operation, Q question, DeliveryOptions options) {
    return vertx.eventBus().<JsonObject>request(operation.address(), Wire.encoded(question), options)
        .map(reply -> answer(reply.body(), operation))
        .recover(error -> Future.failedFuture(Failure.of(error, "while asking " + operation.address())));
  }

  private static <A> A answer(JsonObject body, Operation<?, A> operation) {
    try {
      return Wire.read(body, operation.answer());
    } catch (Failure unreadable) {
      // Not the asker's mistake, as the code of the reader's failure would say.
      throw new Failure(FailureCode.INTERNAL,
          "the answer of " + operation.address() + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static DeliveryOptions options(Operation<?, ?> operation) {
    return new DeliveryOptions().setSendTimeout(operation.patience().toMillis());
  }
}
