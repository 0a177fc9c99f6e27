package io.spellmesh.gateway.run;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.door.Media;
import io.spellmesh.gateway.rest.Answer;
import io.spellmesh.gateway.rest.Request;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one run as server-sent events, until its final one. What is written comes from the
 * journal alone, in order and by number; what is heard on the bus only says that it is time to look.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  /** A message of the bus may be lost; then this is how late an event comes. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Request request;
  private final HttpServerResponse response;
  private final UUID run;
  private final boolean isReturning;
  private final Duration beat;
  private final Promise<Void> ended = Promise.promise();
  private Optional<MessageConsumer<Object>> hints = Optional.empty();
  private long lookTimer = -1;
  private long beatTimer = -1;
  private long after;
  private boolean looking;
  private boolean lookAgain;

  EventStream(Vertx vertx, Request request, long after, boolean isReturning, Duration beat) {
    this.vertx = vertx;
    this.request = request;
    this.response = request.context().response();
    this.run = request.id();
    this.after = after;
    this.isReturning = isReturning;
    this.beat = beat;
  }

  Future<Void> ended() {
    return ended.future();
  }

  /** Writes the head and what there is; fails, with nothing written, if there is no such run. */
  Future<Optional<Answer>> begin() {
    request.context().addEndHandler(_ -> stop());
    return request.ask(Runner.GET, new Runner.Which(run))
        .compose(view -> {
          refuseIfEnded();
          // Before the first look, so that what is said in between is heard.
          listen(Addresses.spellOf(request.caller().user(), view.spell()));
          return since();
        })
        .map(this::answer)
        .onFailure(_ -> stop());
  }

  /** Ends it now; the reader comes back elsewhere with the last number it has. */
  void end() {
    stop();
    if (response.headWritten() && !response.ended() && !response.closed()) {
      response.end();
    }
  }

  private Optional<Answer> answer(Runner.Events first) {
    refuseIfEnded();
    if (isReturning && isDone(first) && EventPage.fresh(first, after).isEmpty()) {
      stop();
      // The one answer after which a browser does not come back again and again.
      return Optional.of(Answer.empty(204));
    }
    response.setChunked(true).putHeader("Content-Type", Media.EVENT_STREAM)
        .putHeader("X-Accel-Buffering", "no").drainHandler(_ -> look());
    response.write(": run " + run + "\n\n");
    lookTimer = vertx.setPeriodic(LOOK.toMillis(), _ -> look());
    beatTimer = vertx.setPeriodic(beat.toMillis(), _ -> beat());
    write(first);
    return Optional.empty();
  }

  /** Ended before anything was written: the reader is gone, or the process is about to go. */
  private void refuseIfEnded() {
    if (ended.future().isComplete()) {
      throw Failure.unavailable("this process is stopping", LOOK);
    }
  }

  private void listen(String address) {
    hints = Optional.of(vertx.eventBus().consumer(address, message -> {
      boolean ofAnother = message.body() instanceof JsonObject body
          && !run.toString().equals(body.getValue("run"));
      if (!ofAnother) {
        look();
      }
    }));
  }

  private void look() {
    if (ended.future().isComplete() || response.writeQueueFull()) {
      // A full queue looks again when it has drained.
      return;
    }
    if (looking || lookTimer < 0) {
      lookAgain = true;
      return;
    }
    looking = true;
    lookAgain = false;
    since().onComplete(found -> {
      looking = false;
      if (ended.future().isComplete()) {
        return;
      }
      if (found.succeeded()) {
        write(found.result());
      } else if (!RunWait.isPassing(found.cause())) {
        LOG.atDebug().addKeyValue("run", run).addKeyValue("after", after).setCause(found.cause())
            .log("event stream ended early");
        end();
      }
    });
  }

  private Future<Runner.Events> since() {
    return request.ask(Runner.SINCE, new Runner.Since(run, Optional.empty(), after));
  }

  private void write(Runner.Events events) {
    if (events.reset()) {
      // The reader holds a number that this run never gave out.
      after = 0;
      response.write("id: 0\nevent: reset\ndata: {}\n\n");
      look();
      return;
    }
    List<RunEvent> fresh = EventPage.fresh(events, after);
    if (!fresh.isEmpty()) {
      StringBuilder text = new StringBuilder();
      fresh.forEach(event -> append(text, event));
      after = fresh.getLast().seq();
      response.write(text.toString());
    }
    if (isDone(events)) {
      end();
    } else if (events.more() && !fresh.isEmpty() || lookAgain) {
      look();
    }
  }

  private static void append(StringBuilder text, RunEvent event) {
    text.append("id: ").append(event.seq())
        .append("\nevent: ").append(event.kind())
        .append("\ndata: ").append(Wire.text(event)).append("\n\n");
  }

  /** Whether everything up to the final event has been given out with these. */
  private static boolean isDone(Runner.Events events) {
    return !events.more() && !events.reset() && events.head().status().isFinal();
  }

  private void beat() {
    if (!response.writeQueueFull()) {
      response.write(": beat\n\n");
    }
  }

  private void stop() {
    if (!ended.tryComplete()) {
      return;
    }
    vertx.cancelTimer(lookTimer);
    vertx.cancelTimer(beatTimer);
    hints.ifPresent(consumer -> consumer.unregister()
        .onFailure(error -> LOG.atDebug().addKeyValue("run", run).setCause(error)
            .log("hints of a run not unregistered")));
  }
}
