package io.spellmesh.runner;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.runner.journal.PlayingStore;
import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The spells that tabs of this process play. Playing belongs to a user's spell: wherever its tabs are, one
 * process emits, the first that began and lives; the table of processes decides. Belongs to the SpellManager's
 * context.
 */
final class Players {
  private static final Logger LOG = LoggerFactory.getLogger(Players.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final HomeContext home;
  private final PlayingStore store;
  private final Function<Pair, Player> making;
  private final Map<Pair, Player> players = new HashMap<>();
  private Future<?> turn = Future.succeededFuture();

  Players(Vertx vertx, HomeContext home, PlayingStore store, Function<Pair, Player> making) {
    this.vertx = vertx;
    this.home = home;
    this.store = store;
    this.making = making;
  }

  void start() {
    vertx.setPeriodic(BETWEEN_LOOKS.toMillis(), _ -> {
      if (!players.isEmpty() && turn.isComplete()) {
        inTurn(this::look).onFailure(error -> LOG.warn("who plays could not be read, trying again", error));
      }
    });
  }

  /** The tab plays the spell, until it goes. Fails UNPROCESSABLE if there are no sources, or one cannot begin. */
  Future<Nothing> play(Pair of, OpenSpell tab) {
    return inTurn(() -> home.hear(store.join(of)).compose(_ -> {
      Player player = players.computeIfAbsent(of, making);
      player.join(tab);
      tab.plays(() -> leave(of, tab));
      return look();
    })).compose(failed -> Optional.ofNullable(failed.get(of)).map(Future::<Nothing>failedFuture)
        .orElse(Future.succeededFuture(Nothing.NOTHING)));
  }

  /** Nobody plays the spell any more, here or elsewhere; the others find out within seconds. */
  Future<Nothing> pause(Pair of) {
    return inTurn(() -> home.hear(store.pause(of)).map(_ -> {
      drop(of);
      return Nothing.NOTHING;
    }));
  }

  /** The spell has a new version, whose sources may be others. */
  void changed(Pair of) {
    Optional.ofNullable(players.get(of)).filter(Player::isHere).ifPresent(player -> player.begin()
        .onFailure(error -> pause(of).onFailure(again ->
            LOG.atWarn().addKeyValue("spell", of.spell()).setCause(again)
                .log("a spell without sources is still taken for played"))));
  }

  /** Another process may have taken over; the next look tells. */
  void suspend() {
    players.values().forEach(Player::end);
  }

  private void leave(Pair of, OpenSpell tab) {
    inTurn(() -> {
      if (Optional.ofNullable(players.get(of)).filter(player -> player.leave(tab)).isEmpty()) {
        return Future.succeededFuture();
      }
      drop(of);
      return home.hear(store.leave(of));
    }).onFailure(error -> LOG.atWarn().addKeyValue("spell", of.spell()).setCause(error)
        .log("a closed tab is still taken for playing"));
  }

  private void drop(Pair of) {
    Optional.ofNullable(players.remove(of)).ifPresent(Player::end);
  }

  /** Begins and ends what the table says. @return those that could not begin, and why; they are dropped */
  private Future<Map<Pair, Throwable>> look() {
    return home.hear(store.turns()).compose(turns -> {
      Map<Pair, Throwable> failed = new HashMap<>();
      List<Future<?>> done = new ArrayList<>();
      Map.copyOf(players).forEach((of, player) -> {
        if (!turns.containsKey(of)) {
          drop(of);
        } else if (!turns.get(of)) {
          player.end();
        } else if (!player.isHere()) {
          done.add(player.begin().recover(error -> {
            failed.put(of, error);
            drop(of);
            return home.hear(store.leave(of)).map(Nothing.NOTHING);
          }));
        }
      });
      return Future.join(done).map(failed);
    });
  }

  /** One after the other: what one has read must hold while it acts on it. */
  private <T> Future<T> inTurn(Supplier<Future<T>> work) {
    Future<T> next = turn.transform(_ -> {
      try {
        return work.get();
      } catch (Failure refused) {
        return Future.failedFuture(refused);
      }
    });
    turn = next;
    return next;
  }
}
