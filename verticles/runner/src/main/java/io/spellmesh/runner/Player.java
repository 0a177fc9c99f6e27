package io.spellmesh.runner;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.runner.journal.RunHeads.Pair;
import io.spellmesh.runner.live.LiveRuns;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A spell that is played, for tabs of this process or because somebody holds it. Its sources emit here, or in another process that does it for all; each
 * item begins a run, one after the other. Belongs to the SpellManager's context.
 */
final class Player {
  private static final Logger LOG = LoggerFactory.getLogger(Player.class);
  /** More would be news of long ago when its turn comes. */
  static final int MOST_WAITING = 100;
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Pair of;
  private final HomeContext home;
  private final Supplier<HiredRunner> runners;
  private final RunStarting starting;
  private final LiveRuns live;
  private final Set<OpenSpell> tabs = new HashSet<>();
  private final Deque<Emitted> waiting = new ArrayDeque<>();
  private Optional<HiredRunner> runner = Optional.empty();
  private boolean isRunning;
  private long dropped;

  Player(Pair of, HomeContext home, Supplier<HiredRunner> runners, RunStarting starting, LiveRuns live) {
    this.of = of;
    this.home = home;
    this.runners = runners;
    this.starting = starting;
    this.live = live;
  }

  void join(OpenSpell tab) {
    tabs.add(tab);
  }

  /** @return whether no tab of this process is left */
  boolean leave(OpenSpell tab) {
    tabs.remove(tab);
    return tabs.isEmpty();
  }

  /** The sources emit here from now on, those of the newest version. Fails UNPROCESSABLE if they cannot. */
  Future<Nothing> begin() {
    HiredRunner hired = runner.orElseGet(this::hire);
    return hired.use(verticle -> home.hear(verticle.play(starting.caller(of.user(), UUID.randomUUID()), of.spell(),
        item -> home.context().runOnContext(_ -> take(hired, item))))).onFailure(_ -> end());
  }

  private HiredRunner hire() {
    HiredRunner hired = runners.get();
    // For as long as it plays; it is undeployed after its last run.
    hired.begin();
    runner = Optional.of(hired);
    return hired;
  }

  boolean isHere() {
    return runner.isPresent();
  }

  /** The sources emit nothing more here; a run that was begun goes on. */
  void end() {
    runner.ifPresent(hired -> {
      runner = Optional.empty();
      waiting.clear();
      hired.use(verticle -> {
        verticle.pause();
        return Future.succeededFuture();
      });
      hired.retire();
      hired.end();
    });
  }

  /** Fails with CONFLICT if nothing here hears it, or TOO_MANY while enough wait. */
  Future<Nothing> give(JsonNode value) {
    if (waiting.size() >= MOST_WAITING) {
      return Future.failedFuture(Failure.tooMany("the spell has " + MOST_WAITING + " items to run, which is the most",
          SOON));
    }
    return runner.map(hired -> hired.use(verticle -> home.hear(verticle.post(value))).compose(isHeard -> isHeard
        ? Future.succeededFuture(Nothing.NOTHING)
        : Future.<Nothing>failedFuture(Failure.conflict("the spell has no Webhook Stream"))))
        .orElseGet(() -> Future.failedFuture(notPlayed()));
  }

  static Failure notPlayed() {
    return Failure.conflict("the spell is not played, play it first");
  }

  private void take(HiredRunner from, Emitted item) {
    if (runner.filter(now -> now == from).isEmpty()) {
      return;
    }
    if (waiting.size() >= MOST_WAITING) {
      if (dropped++ == 0) {
        LOG.atWarn().addKeyValue("spell", of.spell()).addKeyValue("user", of.user())
            .log("items of a source come faster than they can be run, some are dropped");
      }
      return;
    }
    waiting.add(item);
    next();
  }

  private void next() {
    if (isRunning || waiting.isEmpty() || runner.isEmpty()) {
      return;
    }
    isRunning = true;
    begin(runner.get(), waiting.poll()).onComplete(ended -> {
      isRunning = false;
      if (ended.failed()) {
        failed(ended.cause());
      }
      next();
    });
  }

  private Future<?> begin(HiredRunner hired, Emitted item) {
    try {
      return starting.startEmitted(hired, of, item).compose(started -> live.find(of.user(), started.run())
          .map(run -> run.ended().transform(_ -> Future.succeededFuture())).orElse(Future.succeededFuture()));
    } catch (Failure tooMany) {
      return Future.failedFuture(tooMany);
    }
  }

  private void failed(Throwable why) {
    LOG.atWarn().addKeyValue("spell", of.spell()).addKeyValue("user", of.user())
        .addKeyValue("because", why.getMessage()).log("an item of a source could not begin its run");
    if (why instanceof Failure failure && failure.code() == FailureCode.NOT_FOUND) {
      // Its spell is gone, and will be for the next item.
      end();
    }
  }
}
