package io.spellmesh.gateway.run;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.rest.Action;
import io.spellmesh.gateway.rest.Answer;
import io.spellmesh.gateway.rest.Request;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a run on this process and answers when it has ended. Once the start is committed, no failure
 * takes it back: whoever waits then learns how the run stands, at worst that it runs.
 */
public final class RunStart implements Action {
  private static final Logger LOG = LoggerFactory.getLogger(RunStart.class);
  /** The token must outlive the last question, or the answer would be a 401 about a run that goes well. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /**
   * @param inputs by input name; none if absent, or those of the run that it goes from
   * @param run    id the asker chose, so that asking twice starts one run
   * @param pinned outputs by key of nodes by id, which give them in place of running
   * @param from   an earlier run, and the node below which everything runs again; the rest gives what it gave there
   * @param to     the node that the run goes to
   */
  public record RunRequest(Optional<ObjectNode> inputs, Optional<UUID> run,
      @JsonPropertyDescription("outputs by key of nodes by id, given in place of running them; 5/12 is node 12 in the "
          + "sub-spell of node 5, 5[2]/12 node 12 in iteration 2 of loop 5; a trigger output is true if it is to fire, "
          + "and if none is named all fire but 'error'")
      Optional<Map<String, ObjectNode>> pinned,
      @JsonPropertyDescription("runs from a node on: everything that does not hang below it gives what it gave in that "
          + "run of the same spell, and inputs that are not given are that run's")
      Optional<Runner.From> from,
      @JsonPropertyDescription("id of a node: only what leads to it is run, and nothing behind it; 5/12 is node 12 in the "
          + "sub-spell of node 5")
      Optional<String> to) {}

  private final Member member;
  private final LongAnswers open;
  private final Duration beat;

  public RunStart(Member member, LongAnswers open, Duration beat) {
    this.member = member;
    this.open = open;
    this.beat = beat;
  }

  @Override
  public Future<Optional<Answer>> answer(Request request) {
    Preferences preferences = Preferences.of(request.context().request().headers().getAll("Prefer"));
    return request.askWith(Runner.START.on(member.id()), RunStart::start).compose(started -> {
      HttpServerResponse response = request.context().response();
      if (started.replayed()) {
        response.putHeader("Idempotent-Replay", "true");
      }
      preferences.applied().ifPresent(applied -> response.putHeader("Preference-Applied", applied));
      return preferences.async()
          ? accepted(request, started).map(Optional::of)
          : waited(request, started, preferences.patienceOrUsual());
    });
  }

  private static Runner.Start start(Request request) {
    RunRequest body = request.body(RunRequest.class);
    return new Runner.Start(body.run, request.id(),
        body.inputs.orElseGet(JsonNodeFactory.instance::objectNode),
        request.header("Idempotency-Key"), Optional.empty(), body.pinned, body.from, body.to);
  }

  private static Future<Answer> accepted(Request request, Runner.Started started) {
    RunAnswer running = RunAnswer.started(started.run(), request.id());
    Future<RunAnswer> standing = started.replayed()
        ? request.ask(Runner.GET, new Runner.Which(started.run())).map(RunAnswer::of)
            .recover(error -> RunWait.isPassing(error)
                ? Future.succeededFuture(running) : Future.failedFuture(error))
        : Future.succeededFuture(running);
    return standing.map(run -> Answer.of(202, run).with("Location", "/api/runs/" + started.run()));
  }

  private Future<Optional<Answer>> waited(Request request, Runner.Started started, Duration asked) {
    LateAnswer late = new LateAnswer(member.vertx(), request.context().response(), beat);
    RunWait wait = new RunWait(member.vertx(), request, started.run());
    Runnable cut = wait::cut;
    open.begin(cut);
    request.context().addEndHandler(gone -> {
      if (gone.failed()) {
        wait.forget();
      }
    });
    Promise<Optional<Answer>> answered = Promise.promise();
    wait.begin(shorter(asked, untilTokenEnds(request))).onComplete(waited -> {
      open.end(cut);
      if (waited.failed() && !late.isDecided()) {
        late.stop();
        answered.fail(waited.cause());
        return;
      }
      if (waited.failed()) {
        LOG.atWarn().addKeyValue("run", started.run()).setCause(waited.cause())
            .log("run could not be waited for to its end");
      }
      late.end(answer(waited.succeeded() ? waited.result() : Optional.empty(), request, started));
      answered.complete(Optional.empty());
    });
    return answered.future();
  }

  private static RunAnswer answer(Optional<RunView> view, Request request, Runner.Started started) {
    return view.map(RunAnswer::of).orElseGet(() -> RunAnswer.started(started.run(), request.id()));
  }

  private Duration untilTokenEnds(Request request) {
    Duration left = Duration.between(Instant.now(), member.callers().endOf(request.caller())).minus(MARGIN);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
