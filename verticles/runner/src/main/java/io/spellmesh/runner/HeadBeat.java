package io.spellmesh.runner;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Wire;
import io.spellmesh.runner.journal.RunHeads;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the tabs of this process again and again how far their runs have come, so that a last event that
 * got lost and an owner that died are noticed.
 */
final class HeadBeat {
  private static final Logger LOG = LoggerFactory.getLogger(HeadBeat.class);
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(2);
  /** Three beats, should the database be slow with one. */
  private static final Duration AFTER_THE_END = Duration.ofSeconds(6);
  private static final DeliveryOptions ON_THIS_PROCESS = new DeliveryOptions().setLocalOnly(true);

  private final Vertx vertx;
  private final OpenSpells spells;
  private final RunHeads heads;
  /** What the last beat has found. */
  private Set<RunHeads.Found> before = Set.of();
  private boolean isLooking;

  HeadBeat(Vertx vertx, OpenSpells spells, RunHeads heads) {
    this.vertx = vertx;
    this.spells = spells;
    this.heads = heads;
  }

  void start() {
    vertx.setPeriodic(BETWEEN_BEATS.toMillis(), _ -> beat());
  }

  private void beat() {
    if (isLooking) {
      return;
    }
    isLooking = true;
    heads.of(spells.pairs(), AFTER_THE_END)
        .onSuccess(this::tell)
        .onFailure(error -> LOG.warn("heads of runs could not be read, trying again", error))
        .onComplete(_ -> isLooking = false);
  }

  /**
   * How a run has ended is told once: from here to the socket nothing is lost, and a spell that runs again and
   * again has many.
   */
  private void tell(List<RunHeads.Found> heads) {
    heads.stream().filter(found -> !found.head().status().isFinal() || !before.contains(found))
        .forEach(this::publish);
    before = Set.copyOf(heads);
  }

  private void publish(RunHeads.Found found) {
    vertx.eventBus().publish(Addresses.spellOf(found.of().user(), found.of().spell()),
        Wire.encoded(found.head()), ON_THIS_PROCESS);
  }
}
