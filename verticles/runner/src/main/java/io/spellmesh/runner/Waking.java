package io.spellmesh.runner;

import io.spellmesh.runner.journal.Standing;
import io.spellmesh.runner.journal.StandingRuns;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with parked runs when their time has come, and with interrupted ones that are to go on by themselves. Every
 * process looks; of several that see one run, one takes it.
 */
final class Waking {
  private static final Logger LOG = LoggerFactory.getLogger(Waking.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  /** More wait for the next look, here or elsewhere. */
  private static final int MOST_AT_ONCE = 20;

  private final Vertx vertx;
  private final StandingRuns standing;
  private final RunResuming resuming;

  Waking(Vertx vertx, StandingRuns standing, RunResuming resuming) {
    this.vertx = vertx;
    this.standing = standing;
    this.resuming = resuming;
  }

  void start() {
    vertx.setTimer(BETWEEN_LOOKS.toMillis(), _ -> standing.due(MOST_AT_ONCE).compose(this::wake)
        .compose(__ -> standing.crashed(MOST_AT_ONCE)).compose(this::recover)
        .onFailure(error -> LOG.warn("runs that are to go on could not be looked for, trying again", error))
        .onComplete(__ -> start()));
  }

  private Future<?> recover(List<StandingRuns.Crashed> crashed) {
    return Future.join(crashed.stream().map(run -> resuming.recover(run)
        .onFailure(error -> LOG.warn("run could not go on after a crash, trying again run={}: {}",
            run.standing().run().run(), error.getMessage()))).toList()).otherwiseEmpty();
  }

  private Future<?> wake(List<Standing> due) {
    return Future.join(due.stream().map(run -> resuming.wake(run)
        .onFailure(error -> LOG.atWarn().addKeyValue("run", run.run().run())
            .addKeyValue("reason", error.getMessage())
            .log("run could not go on although its time has come, trying again"))).toList()).otherwiseEmpty();
  }
}
