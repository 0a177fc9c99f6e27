package io.spellmesh.runner;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.run.States;
import io.spellmesh.contract.tab.News;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.database.DatabaseFailures;
import io.spellmesh.kit.operation.Serving;
import io.spellmesh.kit.web.EgressConfig;
import io.spellmesh.kit.web.GuardedClient;
import io.spellmesh.runner.code.CodeConfig;
import io.spellmesh.runner.code.CodePool;
import io.spellmesh.runner.count.JournalCount;
import io.spellmesh.runner.count.LeaseCount;
import io.spellmesh.runner.count.RunCount;
import io.spellmesh.runner.journal.HookStore;
import io.spellmesh.runner.journal.Journal;
import io.spellmesh.runner.journal.Leases;
import io.spellmesh.runner.journal.Partitions;
import io.spellmesh.runner.journal.Perseverance;
import io.spellmesh.runner.journal.PlayingStore;
import io.spellmesh.runner.journal.RunHeads;
import io.spellmesh.runner.journal.RunStore;
import io.spellmesh.runner.journal.StandingRuns;
import io.spellmesh.runner.journal.ValueStore;
import io.spellmesh.runner.live.LiveRuns;
import io.spellmesh.runner.live.Surroundings;
import io.spellmesh.runner.plan.Palettes;
import io.spellmesh.runner.plan.ProgramLoader;
import io.spellmesh.runner.state.Orphans;
import io.spellmesh.runner.state.StateHandler;
import io.spellmesh.runner.state.StateStore;
import io.spellmesh.runner.web.Connectors;
import io.spellmesh.runner.web.ConnectorsConfig;
import io.spellmesh.runner.web.Web;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SpellManager of a process: answers for runs, and deploys a runner for each. */
public final class SpellManagerVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(SpellManagerVerticle.class);
  private static final Duration BETWEEN_PARTITIONS = Duration.ofHours(6);
  private static final Duration BETWEEN_CLEANING = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS_AT_A_STATE = Duration.ofHours(1);

  private final Member member;
  private final CodePool code;

  public SpellManagerVerticle(Member member) {
    this.member = member;
    code = new CodePool(member.settings().section("code", CodeConfig.class));
  }

  @Override
  public Future<?> stop() {
    code.close();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> start() {
    RunnerConfig config = member.settings().section("runner", RunnerConfig.class);
    RunnerConfig.Users users = member.settings().section("users", RunnerConfig.Users.class);
    Pool pool = member.database().pool();
    OpenSpells spells = new OpenSpells(users.maxOpenSpells());
    Palettes palettes = new Palettes(NodeCatalog.installed(), () -> tellNodeTypes(spells));
    Perseverance perseverance = new Perseverance(vertx);
    ValueStore values = new ValueStore(pool, perseverance);
    RunStore store = new RunStore(pool);
    StandingRuns standing = new StandingRuns(pool, perseverance);
    Web web = new Web(new GuardedClient(vertx, member.settings().section("egress", EgressConfig.class)),
        new Connectors(member.settings().section("connectors", ConnectorsConfig.class)));
    StateStore states = new StateStore(pool, config.maxStateBytes());
    Surroundings surroundings = new Surroundings(member.id(), config.limits(), config.durability(),
        new ProgramLoader(member.mesh(), palettes),
        new Journal(context, pool, perseverance, member.id(), new JournalCount(member.metrics())), values, standing,
        member.mesh(), member.streams(), member.issuer(), new RunCount(member.metrics()), code, states, web);
    LiveRuns live = new LiveRuns(config.maxLiveRuns(), users.maxLiveRuns(), users.runStartsAMinute());
    member.metrics().gauge("spellmesh.runs.live", "Runs under way", live::size);
    member.metrics().gauge("spellmesh.runs.starting", "Runs that wait for being durable", live::starting);
    HomeContext home = new HomeContext(context);
    RunStarting starting = new RunStarting(vertx, home, surroundings, store, live);
    RunResuming resuming =
        new RunResuming(vertx, home, member.id(), member.mesh(), store, standing, live, starting);
    RunWatching watching = new RunWatching(vertx, home, member.id(), member.mesh(), store, live, resuming);
    RunHeads heads = new RunHeads(pool);
    Supplier<HiredRunner> runners = () -> new HiredRunner(vertx, surroundings);
    Players players = new Players(vertx, home, new PlayingStore(pool, member.id()),
        of -> new Player(of, home, runners, starting, live));
    PlayingHandler playing = new PlayingHandler(member.mesh(), member.id(), players);
    Hooks hooks = new Hooks(new HookStore(pool), playing, starting::caller, home);
    TabHandler tabs = new TabHandler(home, member.mesh(), spells, runners, surroundings.programs(), starting, live,
        new OpeningHeads(heads), players, watching);
    SpellReading reading = new SpellReading(vertx, palettes,
        member.settings().section("spells", RunnerConfig.Spells.class).maxNodes());
    StateHandler remembering = new StateHandler(member.mesh(), states);
    Orphans orphans = new Orphans(member.mesh(), member.issuer(), states);
    Partitions partitions = new Partitions(pool);
    Leases leases = new Leases(vertx, pool, member.id(), () -> {
      players.suspend();
      return live.abandonAll();
    }, new LeaseCount(member.metrics()));
    Serving serving = member.serving();
    FairShare share = new FairShare();
    vertx.setPeriodic(BETWEEN_PARTITIONS.toMillis(), _ -> keep(partitions, states));
    vertx.setPeriodic(BETWEEN_CLEANING.toMillis(), _ -> {
      live.forget(System.currentTimeMillis());
      spells.forget(System.currentTimeMillis());
      hooks.forget(System.currentTimeMillis());
      orphans.remove(BETWEEN_LOOKS_AT_A_STATE)
          .onFailure(error -> LOG.warn("states of deleted spells could not be looked for, trying again", error));
    });
    new HeadBeat(vertx, spells, heads).start();
    return member.database().migrate("runner")
        .compose(_ -> partitions.keep(LocalDate.now(ZoneOffset.UTC)))
        .compose(_ -> leases.take())
        .compose(_ -> Future.all(
            serving.serveHere(Runner.START, (caller, start) ->
                worded(share.of(caller.user(), () -> starting.start(caller, start)))),
            serving.serveHere(Runner.CANCEL, (caller, which) -> worded(watching.cancel(caller, which))),
            serving.serve(Runner.AWAIT, (caller, which) -> worded(watching.await(caller, which))),
            serving.serve(Runner.GET, (caller, which) -> worded(watching.get(caller, which))),
            serving.serve(Runner.LIST,
                (caller, runs) -> worded(store.list(caller.user(), runs.spell(), runs.page())))))
        .compose(_ -> Future.all(List.of(
            serving.serveHere(Runner.SINCE, (caller, since) -> worded(watching.since(caller, since))),
            serving.serve(Runner.VALUE, (caller, value) ->
                worded(values.read(caller.user(), value.run(), value.ref()).map(Runner.Value::new))),
            serving.serve(Runner.READ_FILE, (_, file) -> reading.read(file)),
            serving.serve(Runner.NODE_TYPES,
                (_, __) -> Future.succeededFuture(new Runner.NodeTypes(palettes.now().infos()))),
            serving.serveHere(Runner.ANSWER, (caller, answer) -> worded(resuming.answer(caller, answer))),
            serving.serve(Runner.RESUME, (caller, resume) -> worded(resuming.resume(caller, resume))),
            new NodeOffering(vertx, palettes).serve(serving),
            TabServing.serve(member, share, tabs, spells, watching, resuming))))
        .compose(_ -> Future.all(List.of(
            serving.serve(Playing.PLAY, (caller, which) -> worded(playing.play(caller, which))),
            serving.serve(Playing.PAUSE, (caller, which) -> worded(playing.pause(caller, which))),
            serving.serve(Playing.STATE, (caller, which) -> worded(playing.state(caller, which))),
            serving.serveHere(Playing.GIVE, (caller, given) -> worded(playing.give(caller, given))),
            serving.serve(Playing.OPEN_HOOK, (caller, which) -> worded(hooks.open(caller, which))),
            serving.serve(Playing.CLOSE_HOOK, (caller, which) -> worded(hooks.close(caller, which))),
            serving.serveOpen(Playing.POST, post -> worded(hooks.post(post))),
            serving.serve(States.GET, remembering::get),
            serving.serve(States.PUT, remembering::put),
            serving.serve(States.FORGET, remembering::forget))))
        .onSuccess(_ -> {
          players.start();
          new Waking(vertx, standing, resuming).start();
        });
  }

  /** To the tabs of this process; the others tell theirs. */
  private void tellNodeTypes(OpenSpells spells) {
    spells.users().forEach(user -> vertx.eventBus().publish(Addresses.userOf(user),
        Wire.body(News.of(News.Kind.NODE_TYPES)), new DeliveryOptions().setLocalOnly(true)));
  }

  private static <T> Future<T> worded(Future<T> answer) {
    return answer.recover(error -> Future.failedFuture(
        error instanceof ReplyException ? error : DatabaseFailures.map(error)));
  }

  private static void keep(Partitions partitions, StateStore states) {
    partitions.keep(LocalDate.now(ZoneOffset.UTC))
        .onFailure(error -> LOG.error("partitions of the journal could not be made", error));
    states.forget().onFailure(error -> LOG.warn("old steps of state could not be forgotten", error));
  }
}
