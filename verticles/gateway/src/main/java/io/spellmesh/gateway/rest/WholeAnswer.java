package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.contract.stream.Streams;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers with the whole of what is told piece by piece; stopped when the client leaves, or waits too long. */
final class WholeAnswer<Q, A> implements Action {
  /** A connection on which nothing comes for a minute is closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(55);

  private final Streams streams;
  private final StreamingOperation<Q, A> operation;
  private final Class<Q> question;

  WholeAnswer(Streams streams, StreamingOperation<Q, A> operation, Class<Q> question) {
    this.streams = streams;
    this.operation = operation;
    this.question = question;
  }

  @Override
  public Future<Optional<Answer>> answer(Request request) {
    StreamedAnswer<A> asked =
        streams.ask(operation, request.body(question), () -> request.caller().token(), _ -> { });
    // Without effect once it is answered.
    request.context().addEndHandler(_ -> asked.stop());
    return here(asked.answer().timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .recover(error -> {
          asked.stop();
          return Future.failedFuture(error instanceof TimeoutException ? new Failure(FailureCode.TIMED_OUT,
              "there was no answer within " + PATIENCE.toSeconds() + " s") : error);
        })
        .map(answer -> Optional.of(Answer.of(200, answer)));
  }

  /** Parts are heard on a context of their own. */
  private static <A> Future<A> here(Future<A> elsewhere) {
    Context context = Vertx.currentContext();
    Promise<A> answered = Promise.promise();
    elsewhere.onComplete(done -> context.runOnContext(_ -> answered.handle(done)));
    return answered.future();
  }
}
