package io.spellmesh.gateway.run;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.door.Media;
import io.spellmesh.gateway.rest.Action;
import io.spellmesh.gateway.rest.Answer;
import io.spellmesh.gateway.rest.Parameter;
import io.spellmesh.gateway.rest.Request;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers the events of a run: a part of them, or a stream of all that are still to come. */
public final class RunEvents implements Action {
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final LongAnswers open;
  private final Duration beat;
  private final int maxStreams;
  private final Map<UUID, Integer> streamsByUser = new HashMap<>();

  public RunEvents(Vertx vertx, LongAnswers open, Duration beat, int maxStreams) {
    this.vertx = vertx;
    this.open = open;
    this.beat = beat;
    this.maxStreams = maxStreams;
  }

  @Override
  public Future<Optional<Answer>> answer(Request request) {
    return Media.asksFor(request.context().request(), Media.EVENT_STREAM) ? stream(request) : page(request);
  }

  private static Future<Optional<Answer>> page(Request request) {
    long after = request.query(Parameter.AFTER_EVENT).orElse(0L);
    int limit = request.query(Parameter.LIMIT).orElse(Integer.MAX_VALUE);
    return request.ask(Runner.SINCE, new Runner.Since(request.id(), Optional.empty(), after))
        .map(events -> Optional.of(Answer.of(200, EventPage.of(events, after, limit))));
  }

  private Future<Optional<Answer>> stream(Request request) {
    Optional<Long> last = request.header("Last-Event-ID").map(RunEvents::eventId);
    // A browser that reconnects asks the same URL again, so what it last had is the newer word.
    long after = last.or(() -> request.query(Parameter.AFTER_EVENT)).orElse(0L);
    UUID user = request.caller().user();
    if (streamsByUser.getOrDefault(user, 0) >= maxStreams) {
      return Future.failedFuture(Failure.tooMany("you have " + maxStreams
          + " event streams open, which is the most: close one", COME_BACK));
    }
    streamsByUser.merge(user, 1, Integer::sum);
    EventStream stream = new EventStream(vertx, request, after, last.isPresent(), beat);
    Runnable cut = stream::end;
    open.begin(cut);
    stream.ended().onComplete(_ -> {
      open.end(cut);
      streamsByUser.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
    });
    return stream.begin();
  }

  private static Long eventId(String text) {
    try {
      return Parameter.AFTER_EVENT.reader().apply(text);
    } catch (IllegalArgumentException e) {
      throw Failure.badRequest("Last-Event-ID must be " + e.getMessage());
    }
  }
}
