package io.spellmesh.runner;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import java.util.Optional;

/** Decides about spells that are played without a tab. */
final class PlayingHandler {
  private final MeshClient mesh;
  private final String process;
  private final Players players;

  PlayingHandler(MeshClient mesh, String process, Players players) {
    this.mesh = mesh;
    this.process = process;
    this.players = players;
  }

  Future<Playing.State> play(Caller caller, Playing.Which which) {
    return ofCaller(caller, which).compose(of -> players.hold(of).compose(_ -> state(of)));
  }

  Future<Playing.State> pause(Caller caller, Playing.Which which) {
    return ofCaller(caller, which).compose(of -> players.pause(of).compose(_ -> state(of)));
  }

  Future<Playing.State> state(Caller caller, Playing.Which which) {
    return ofCaller(caller, which).compose(this::state);
  }

  /** To whoever plays the spell, which may be another process. */
  Future<Nothing> give(Caller caller, Playing.Given given) {
    Pair of = new Pair(caller.user(), given.spell());
    return players.state(of).compose(state -> state.process().isEmpty()
        ? Future.failedFuture(Player.notPlayed())
        : state.process().equals(Optional.of(process)) ? players.give(of, given.body())
            : mesh.ask(Playing.GIVE.on(state.process().get()), given, caller.token()));
  }

  private Future<Playing.State> state(Pair of) {
    return players.state(of).map(state -> new Playing.State(state.process().isPresent(), state.isHeld()));
  }

  /** Fails with NOT_FOUND for a spell that is not the caller's. */
  Future<Pair> ofCaller(Caller caller, Playing.Which which) {
    return mesh.ask(Spells.GET, new Spells.Which(which.spell(), Optional.empty()), caller.token())
        .map(spell -> new Pair(caller.user(), spell.id()));
  }
}
