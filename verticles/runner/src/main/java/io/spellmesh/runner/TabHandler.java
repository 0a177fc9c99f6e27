package io.spellmesh.runner;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.runner.OpenSpells.Key;
import io.spellmesh.runner.journal.RunHeads;
import io.spellmesh.runner.live.LiveRuns;
import io.spellmesh.runner.plan.ProgramLoader;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about what tabs ask of the spells they have open. */
final class TabHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TabHandler.class);

  private final HomeContext home;
  private final MeshClient mesh;
  private final OpenSpells spells;
  private final Supplier<HiredRunner> runners;
  private final ProgramLoader programs;
  private final RunStarting starting;
  private final LiveRuns live;
  private final OpeningHeads heads;
  private final Players players;
  private final RunWatching watching;

  TabHandler(HomeContext home, MeshClient mesh, OpenSpells spells, Supplier<HiredRunner> runners,
      ProgramLoader programs, RunStarting starting, LiveRuns live, OpeningHeads heads, Players players,
      RunWatching watching) {
    this.home = home;
    this.mesh = mesh;
    this.spells = spells;
    this.runners = runners;
    this.programs = programs;
    this.starting = starting;
    this.live = live;
    this.heads = heads;
    this.players = players;
    this.watching = watching;
  }

  /** Loads the spell in the tab's runner, again if it is open. */
  Future<Tabs.Opened> open(Caller caller, String socket, Tabs.Open open) {
    Key key = new Key(caller.user(), open.tab(), open.spell());
    OpenSpell tab = spells.open(socket, key, () -> new OpenSpell(runners.get()));
    return tab.runner().use(runner -> programs.ask(caller, open.spell(), Optional.empty())
            .compose(newest -> home.hear(runner.load(newest))))
        .onSuccess(_ -> tab.loaded())
        .onFailure(_ -> {
          if (!tab.isLoaded()) {
            spells.close(socket, key, tab);
          }
        })
        .compose(spell -> heads.of(new RunHeads.Pair(caller.user(), open.spell()))
            .map(found -> new Tabs.Opened(spell, found)));
  }

  /** Saves the change; the runs to come of this tab run what it made. */
  Future<Tabs.Updated> update(Caller caller, String socket, Tabs.Update update) {
    OpenSpell tab = spells.find(socket, new Key(caller.user(), update.tab(), update.spell()));
    Spells.Patch patch = new Spells.Patch(update.spell(), update.base(), update.patch());
    return tab.runner().use(runner -> mesh.ask(Spells.PATCH, patch, caller.token()).map(saved -> {
      runner.turnTo(saved.version());
      players.changed(new RunHeads.Pair(caller.user(), update.spell()));
      return new Tabs.Updated(saved.version());
    }));
  }

  /** Starts a run; one whose tab went meanwhile is treated as if it had gone just after. */
  Future<Tabs.Started> run(Caller caller, String socket, Tabs.Start start) {
    OpenSpell tab = spells.find(socket, new Key(caller.user(), start.tab(), start.spell()));
    Runner.Start order = new Runner.Start(Optional.of(start.run()), start.spell(), start.inputs(),
        Optional.empty(), Optional.of(start.tab()), start.pinned(), start.from(), start.to());
    return tab.runner().use(_ -> starting.startIn(tab.runner(), caller, order)).map(started -> {
      if (!started.replayed() && start.onDisconnect().filter(Tabs.OnDisconnect.CANCEL::equals).isPresent()) {
        live.find(caller.user(), started.run()).ifPresent(run ->
            tab.tie(started.run(), run, () -> cancelParked(caller.user(), started.run())));
      }
      return new Tabs.Started(started.run());
    });
  }

  private void cancelParked(UUID user, UUID run) {
    watching.cancel(starting.caller(user, run), new Runner.Which(run)).onFailure(error ->
        LOG.atWarn().addKeyValue("run", run).addKeyValue("reason", error.getMessage())
            .log("run of a tab that is gone could not be cancelled"));
  }

  /** The spell's sources begin to emit; a second tab joins the first. */
  Future<Tabs.Playing> play(Caller caller, String socket, Tabs.Tab tab) {
    OpenSpell open = spells.find(socket, new Key(caller.user(), tab.tab(), tab.spell()));
    return players.play(new RunHeads.Pair(caller.user(), tab.spell()), open).map(new Tabs.Playing(true));
  }

  Future<Tabs.Playing> pause(Caller caller, String socket, Tabs.Tab tab) {
    spells.find(socket, new Key(caller.user(), tab.tab(), tab.spell()));
    return players.pause(new RunHeads.Pair(caller.user(), tab.spell())).map(new Tabs.Playing(false));
  }

  Future<Nothing> close(Caller caller, String socket, Tabs.Tab tab) {
    spells.close(socket, new Key(caller.user(), tab.tab(), tab.spell()));
    return Future.succeededFuture(Nothing.NOTHING);
  }
}
