package io.spellmesh.runner;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.runner.journal.RunKey;
import io.spellmesh.runner.journal.RunStore;
import io.spellmesh.runner.live.LiveRuns;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/** Waits for runs to end or to wait, and ends them, whichever process runs them. */
final class RunWatching {
  private static final Duration OWNER_PATIENCE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final String BY_USER = "cancelled by its user";

  private final Vertx vertx;
  private final HomeContext home;
  private final String process;
  private final MeshClient mesh;
  private final RunStore store;
  private final LiveRuns live;
  private final RunResuming resuming;

  RunWatching(Vertx vertx, HomeContext home, String process, MeshClient mesh, RunStore store, LiveRuns live,
      RunResuming resuming) {
    this.vertx = vertx;
    this.home = home;
    this.process = process;
    this.mesh = mesh;
    this.store = store;
    this.live = live;
    this.resuming = resuming;
  }

  Future<RunView> await(Caller caller, Runner.Which which) {
    long until = System.nanoTime() + Runner.AWAIT_TURN.toNanos();
    return look(caller, which, until);
  }

  private Future<RunView> look(Caller caller, Runner.Which which, long until) {
    Optional<LiveRuns.Live> here = live.find(caller.user(), which.run());
    if (here.isPresent()) {
      return endOrTime(here.get().ended(), until).compose(_ -> get(caller, which));
    }
    return get(caller, which).compose(view -> {
      if (view.status() == RunStatus.RUNNING && System.nanoTime() < until) {
        return pause(BETWEEN_LOOKS).compose(_ -> look(caller, which, until));
      }
      return Future.succeededFuture(view);
    });
  }

  private Future<Void> endOrTime(Future<RunStatus> ended, long until) {
    Promise<Void> either = Promise.promise();
    long timer = vertx.setTimer(Math.max(1, Duration.ofNanos(until - System.nanoTime()).toMillis()),
        _ -> either.tryComplete());
    // However it ended: what counts is what the journal says then.
    ended.onComplete(_ -> {
      vertx.cancelTimer(timer);
      either.tryComplete();
    });
    return either.future();
  }

  private Future<Void> pause(Duration time) {
    Promise<Void> later = Promise.promise();
    vertx.setTimer(time.toMillis(), _ -> later.complete());
    return later.future();
  }

  Future<RunView> cancel(Caller caller, Runner.Which which) {
    Optional<LiveRuns.Live> here = live.find(caller.user(), which.run());
    if (here.isPresent()) {
      here.get().runner().cancel(which.run(), BY_USER);
      return here.get().ended().transform(ended -> ended.succeeded() && ended.result() == RunStatus.WAITING
          ? cancel(caller, which) : get(caller, which));
    }
    RunKey run = new RunKey(caller.user(), which.run());
    return store.get(caller.user(), which.run()).compose(kept -> switch (kept.view().status()) {
      case COMPLETED, FAILED, CANCELLED, INTERRUPTED -> Future.succeededFuture(kept.view());
      // Somebody may have answered meanwhile.
      case WAITING -> resuming.cancel(run, BY_USER)
          .compose(isEnded -> isEnded ? get(caller, which) : cancel(caller, which));
      case RUNNING -> kept.owner().filter(owner -> !owner.equals(process))
          .map(owner -> mesh.ask(Runner.CANCEL.on(owner), which, caller.token()))
          .orElseGet(() -> resuming.settled(run).compose(_ -> cancel(caller, which)));
    });
  }

  /** The groups after a number, and what the run's steps have streamed so far, which only its owner knows. */
  Future<Runner.Events> since(Caller caller, Runner.Since since) {
    Optional<LiveRuns.Live> here = live.find(caller.user(), since.run());
    if (here.isPresent()) {
      return sinceHere(caller, since, here.get());
    }
    return kept(caller, since).compose(kept -> {
      Runner.Events events = kept.events();
      Optional<String> owner = kept.owner().filter(other -> !other.equals(process));
      if (owner.isEmpty() || events.head().status() != RunStatus.RUNNING || events.more() || events.reset()) {
        return Future.succeededFuture(events);
      }
      // An owner that does not answer is perhaps gone; what is durable holds without it.
      return mesh.ask(Runner.SINCE.on(owner.get()).withPatience(OWNER_PATIENCE), since, caller.token())
          .otherwise(events);
    });
  }

  private Future<Runner.Events> sinceHere(Caller caller, Runner.Since since, LiveRuns.Live here) {
    // The texts first: the start of each of their steps is then among the groups.
    return home.hear(here.runner().texts(since.run())).compose(now -> kept(caller, since)
        .map(RunStore.KeptEvents::events)
        .map(events -> now.isEmpty() || events.more() || events.reset() ? events
            : new Runner.Events(events.groups(), false, events.head(), false, Optional.of(now))));
  }

  private Future<RunStore.KeptEvents> kept(Caller caller, Runner.Since since) {
    return store.since(caller.user(), since.run(), since.epoch(), since.after());
  }

  Future<RunView> get(Caller caller, Runner.Which which) {
    return store.get(caller.user(), which.run()).map(RunStore.Kept::view);
  }
}
