package io.spellmesh.runner;

import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.runner.live.LiveRuns;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A spell that is open in a tab, and its runner. Belongs to the SpellManager's context. */
final class OpenSpell {
  private final HiredRunner runner;
  /** Runs that end with the tab. */
  private final Map<UUID, LiveRuns.Live> tied = new HashMap<>();
  /** What cancels those of them that were parked, wherever they are by now. */
  private final Map<UUID, Runnable> parked = new HashMap<>();
  private Optional<Runnable> leavePlay = Optional.empty();
  private boolean isLoaded;

  OpenSpell(HiredRunner runner) {
    this.runner = runner;
  }

  HiredRunner runner() {
    return runner;
  }

  boolean isLoaded() {
    return isLoaded;
  }

  void loaded() {
    isLoaded = true;
  }

  /**
   * The run is to be cancelled when the tab goes, if it has not ended before.
   *
   * @param cancelParked cancels it once it was parked; does no harm when it has ended
   */
  void tie(UUID run, LiveRuns.Live live, Runnable cancelParked) {
    if (runner.isRetired()) {
      cancel(run, live);
      return;
    }
    tied.put(run, live);
    Future<RunStatus> ended = live.ended();
    ended.onComplete(_ -> tied.remove(run));
    ended.onSuccess(status -> {
      if (status == RunStatus.WAITING) {
        park(cancelParked, run);
      }
    });
  }

  private void park(Runnable cancelParked, UUID run) {
    if (runner.isRetired()) {
      cancelParked.run();
    } else {
      parked.put(run, cancelParked);
    }
  }

  /** The tab plays its spell until it goes, which it may have by now. */
  void plays(Runnable leave) {
    if (runner.isRetired()) {
      leave.run();
    } else {
      leavePlay = Optional.of(leave);
    }
  }

  /** The tab is gone. Doing it again changes nothing. */
  void retire() {
    leavePlay.ifPresent(Runnable::run);
    leavePlay = Optional.empty();
    tied.forEach(OpenSpell::cancel);
    tied.clear();
    parked.values().forEach(Runnable::run);
    parked.clear();
    runner.retire();
  }

  private static void cancel(UUID run, LiveRuns.Live live) {
    live.runner().cancel(run, "its tab was closed");
  }
}
