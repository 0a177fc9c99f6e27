package io.spellmesh.runner;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.runner.journal.RunKey;
import io.spellmesh.runner.journal.RunStore;
import io.spellmesh.runner.journal.Standing;
import io.spellmesh.runner.journal.StandingRuns;
import io.spellmesh.runner.live.LiveRuns;
import io.spellmesh.runner.live.Resumption;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Goes on with runs that are parked or were interrupted, wherever they ran before. Belongs to the SpellManager's
 * context.
 */
final class RunResuming {
  /** Whoever else moved the run meanwhile was one of few: a person's other tab, a timer, a cancel. */
  private static final int TRIES = 5;
  /** A run that takes its process down with it is not to take them all. */
  private static final int MOST_CRASHES = 3;
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final HomeContext home;
  private final String process;
  private final MeshClient mesh;
  private final RunStore store;
  private final StandingRuns standing;
  private final LiveRuns live;
  private final RunStarting starting;
  /** A run is taken up once at a time here, so that the others find it among the live ones. */
  private final Map<RunKey, Future<Boolean>> underWay = new HashMap<>();

  RunResuming(Vertx vertx, HomeContext home, String process, MeshClient mesh, RunStore store, StandingRuns standing,
      LiveRuns live, RunStarting starting) {
    this.vertx = vertx;
    this.home = home;
    this.process = process;
    this.mesh = mesh;
    this.store = store;
    this.standing = standing;
    this.live = live;
    this.starting = starting;
  }

  /** A person's answer: to the run where it is live, else it goes on here with it. */
  Future<RunView> answer(Caller caller, Runner.Answer answer) {
    return answer(caller, answer, TRIES);
  }

  private Future<RunView> answer(Caller caller, Runner.Answer answer, int tries) {
    if (tries == 0) {
      return Future.failedFuture(Failure.unavailable("the run does not stand still, ask again", SOON));
    }
    RunKey run = new RunKey(caller.user(), answer.run());
    Supplier<Future<RunView>> again = () -> answer(caller, answer, tries - 1);
    Optional<LiveRuns.Live> here = live.find(run.user(), run.run());
    if (here.isPresent()) {
      return home.hear(here.get().runner().answer(run.run(), answer.step(), answer.value()))
          .compose(isIn -> isIn ? view(run) : here.get().ended().transform(_ -> again.get()));
    }
    return standing.find(run).compose(from -> switch (from.status()) {
      case RUNNING -> ofAnother(from)
          .map(owner -> mesh.ask(Runner.ANSWER.on(owner), answer, caller.token()))
          .orElseGet(() -> settled(run).compose(_ -> again.get()));
      case WAITING -> takeUp(from, new Resumption.Answered(answer.step(), answer.value()))
          .compose(isOurs -> isOurs ? view(run) : again.get());
      case INTERRUPTED -> Future.failedFuture(
          Failure.conflict("the run was interrupted; it takes answers once it is resumed"));
      case COMPLETED, FAILED, CANCELLED -> Future.failedFuture(
          Failure.conflict("the run is " + from.status().text() + ", nothing waits in it"));
    });
  }

  /** Goes on with a run that was interrupted. */
  Future<RunView> resume(Caller caller, Runner.Resume resume) {
    RunKey run = new RunKey(caller.user(), resume.run());
    Set<String> again = new HashSet<>(resume.again().orElse(List.of()));
    return standing.find(run).compose(from -> switch (from.status()) {
      case INTERRUPTED -> takeUp(from, new Resumption.Wanted(again)).compose(isOurs -> isOurs ? view(run)
          : Future.failedFuture(Failure.conflict("the run goes on already")));
      case RUNNING -> Future.failedFuture(Failure.conflict("the run is under way"));
      case WAITING -> Future.failedFuture(
          Failure.conflict("the run is waiting; it goes on with an answer or when its time has come"));
      case COMPLETED, FAILED, CANCELLED -> Future.failedFuture(
          Failure.conflict("the run is " + from.status().text() + ", nothing can follow"));
    });
  }

  /** The time has come that a parked run waits for. If it cannot go on, nor ever will, it ends. */
  Future<?> wake(Standing due) {
    return takeUp(due, new Resumption.TimeHasCome()).recover(error ->
        error instanceof Failure failure && isForGood(failure)
            ? end(due, ms -> new RunEvent.Failed(due.lastSeq() + 2, now(), new RunError(Optional.empty(),
                Optional.empty(), failure.code(), failure.getMessage()), ms), RunStatus.FAILED)
            : Future.failedFuture(error));
  }

  /** Goes on with a run whose process is gone. If it cannot by itself, it says why, and waits for somebody to decide. */
  Future<?> recover(StandingRuns.Crashed crashed) {
    if (crashed.crashes() > MOST_CRASHES) {
      return leave(crashed.standing(), "its process was gone " + crashed.crashes() + " times while it ran", List.of());
    }
    return takeUp(crashed.standing(), new Resumption.Crashed()).recover(error ->
        error instanceof Failure failure && isForGood(failure)
            ? leave(crashed.standing(), failure.getMessage(),
                failure.mistakes().stream().flatMap(mistake -> mistake.node().stream()).toList())
            : Future.failedFuture(error));
  }

  private Future<Boolean> leave(Standing from, String reason, List<String> undecided) {
    RunGroup group = new RunGroup(from.run().run(), from.tab(), from.fence() + 1,
        List.of(new RunEvent.Resumed(from.lastSeq() + 1, now()),
            new RunEvent.Interrupted(from.lastSeq() + 2, now(), reason, undecided)));
    return standing.leave(from, group).onSuccess(isLeft -> tell(isLeft, from, group));
  }

  private void tell(boolean isWritten, Standing of, RunGroup group) {
    if (isWritten) {
      vertx.eventBus().publish(Addresses.spellOf(of.run().user(), of.spell()), Wire.body(group));
    }
  }

  private static boolean isForGood(Failure failure) {
    return switch (failure.code()) {
      case BAD_REQUEST, FORBIDDEN, NOT_FOUND, CONFLICT, UNPROCESSABLE -> true;
      case UNAUTHENTICATED, TOO_MANY, CANCELLED, INTERNAL, PROVIDER_FAILED, UNAVAILABLE, TIMED_OUT -> false;
    };
  }

  /** Ends a run that is parked. @return false if it is parked no longer */
  Future<Boolean> cancel(RunKey run, String reason) {
    return standing.find(run).compose(from -> from.status() == RunStatus.WAITING
        ? end(from, ms -> new RunEvent.Cancelled(from.lastSeq() + 2, now(), reason, ms), RunStatus.CANCELLED)
        : Future.succeededFuture(false));
  }

  /** @param last makes its final event, with how long it took in ms */
  private Future<Boolean> end(Standing from, LongFunction<RunEvent> last, RunStatus status) {
    RunGroup group = new RunGroup(from.run().run(), from.tab(), from.fence() + 1,
        List.of(new RunEvent.Resumed(from.lastSeq() + 1, now()), last.apply(from.ms().orElse(0L))));
    return standing.end(from, group, status).onSuccess(isEnded -> tell(isEnded, from, group));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis());
  }

  /** Complete when no run with this key is on its way back here. */
  Future<Void> settled(RunKey run) {
    return Optional.ofNullable(underWay.get(run)).map(resuming -> resuming.transform(_ -> Future.<Void>succeededFuture()))
        .orElseGet(() -> Future.failedFuture(Failure.unavailable("the run is being given up, ask again", SOON)));
  }

  /** @return false if it does not stand there any more, or another question moves it */
  private Future<Boolean> takeUp(Standing from, Resumption.Cause cause) {
    RunKey run = from.run();
    Optional<Future<Boolean>> first = Optional.ofNullable(underWay.get(run));
    if (first.isPresent()) {
      return first.get().transform(_ -> Future.succeededFuture(false));
    }
    Future<Boolean> resuming;
    try {
      resuming = starting.resume(new Resumption(from, starting.caller(run.user(), run.run()), cause));
    } catch (Failure tooMany) {
      return Future.failedFuture(tooMany);
    }
    underWay.put(run, resuming);
    resuming.onComplete(_ -> underWay.remove(run));
    return resuming;
  }

  /** The process that runs it, if that is not this one. */
  private Optional<String> ofAnother(Standing from) {
    return from.owner().filter(owner -> !owner.equals(process));
  }

  private Future<RunView> view(RunKey run) {
    return store.get(run.user(), run.run()).map(RunStore.Kept::view);
  }
}
