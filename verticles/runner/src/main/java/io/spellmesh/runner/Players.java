package io.spellmesh.runner;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.run.Playing;
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
 * The spells that are played here, for tabs or for those who hold them. Playing belongs to a user's spell: wherever its tabs are, one
 * process emits, the first that began and lives; the table of processes decides. Belongs to the SpellManager's
 * context.
 */
final class Players {
  private static final Logger LOG = LoggerFactory.getLogger(Players.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(5);

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
      if (turn.isComplete()) {
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

  /**
   * The spell is played until it is paused, here or elsewhere. Fails as above, or TOO_MANY if its user holds enough
   * others.
   */
  Future<Nothing> hold(Pair of) {
    return inTurn(() -> home.hear(store.hold(of, Playing.MOST_HELD)).compose(isHeld -> isHeld
        ? home.hear(store.join(of)).compose(_ -> {
          players.computeIfAbsent(of, making);
          return look();
        })
        : Future.failedFuture(Failure.tooMany("you hold " + Playing.MOST_HELD
            + " spells that are played, which is the limit; pause one", SOON))))
        .compose(failed -> Optional.ofNullable(failed.get(of)).map(Future::<Nothing>failedFuture)
            .orElse(Future.succeededFuture(Nothing.NOTHING)));
  }

  /** Where the spell is played, if it is. */
  Future<PlayingStore.State> state(Pair of) {
    return store.state(of);
  }

  /** Gives a value to the sources that hear such; to be asked where the spell is played. */
  Future<Nothing> give(Pair of, JsonNode value) {
    return Optional.ofNullable(players.get(of)).map(player -> player.give(value))
        .orElseGet(() -> Future.failedFuture(Player.notPlayed()));
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
      return home.hear(store.leaveUnlessHeld(of)).onSuccess(hasLeft -> {
        if (hasLeft) {
          drop(of);
        }
      });
    }).onFailure(error -> LOG.atWarn().addKeyValue("spell", of.spell()).setCause(error)
        .log("a closed tab is still taken for playing"));
  }

  private void drop(Pair of) {
    Optional.ofNullable(players.remove(of)).ifPresent(Player::end);
  }

  /** Begins and ends what the table says. @return those that could not begin, and why; they are dropped */
  private Future<Map<Pair, Throwable>> look() {
    return home.hear(store.turns()).compose(turns -> {
      turns.keySet().forEach(of -> players.computeIfAbsent(of, making));
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
            LOG.atInfo().addKeyValue("spell", of.spell()).addKeyValue("user", of.user())
                .addKeyValue("because", error.getMessage()).log("a spell could not be played");
            // What will not get better is not held any longer; for the rest another look comes.
            return home.hear(isForGood(error) ? store.pause(of) : store.leave(of)).map(Nothing.NOTHING);
          }));
        }
      });
      return Future.join(done).map(failed);
    });
  }

  private static boolean isForGood(Throwable error) {
    return error instanceof Failure failure && switch (failure.code()) {
      case BAD_REQUEST, FORBIDDEN, NOT_FOUND, CONFLICT, UNPROCESSABLE -> true;
      case UNAUTHENTICATED, TOO_MANY, CANCELLED, INTERNAL, PROVIDER_FAILED, UNAVAILABLE, TIMED_OUT -> false;
    };
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
