package io.spellmesh.nodes.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.SourceType;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.engine.run.Sources;
import io.spellmesh.nodes.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Plays one source in a time that goes by itself when it is told to. */
final class Stand implements Sources.Clockwork {
  final List<Duration> periods = new ArrayList<>();
  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Emitted> items = new ArrayList<>();
  private final Sources sources;
  private Function<Object, CompletableFuture<Object>> world;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  /** @param world answers what the source asks */
  Stand(SourceType type, String data, Function<Object, CompletableFuture<Object>> world) {
    this.world = world;
    ObjectNode graph = (ObjectNode) Trial.json("{'id':'demo@0.1.0','nodes':{'1':{'id':1,'name':'" + type.spec().title()
        + "','data':" + data + ",'inputs':{},'outputs':{},'position':[0,0]}}}");
    sources = Sources.play(new PlanCompiler(NodeCatalog.of(List.of(type))).compile(graph).orRefuse(), this, items::add);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Runnable every(Duration period, Runnable task) {
    periods.add(period);
    Runnable tick = () -> {
      now = now.plus(period);
      task.run();
    };
    tasks.add(tick);
    return () -> tasks.remove(tick);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <Q, A> CompletionStage<A> ask(Operation<Q, A> operation, Q question) {
    return (CompletionStage<A>) world.apply(question);
  }

  Sources sources() {
    return sources;
  }

  void tick() {
    List.copyOf(tasks).forEach(Runnable::run);
  }

  /** What was emitted so far, as JSON text with single quotes. */
  String items() {
    return items.stream().map(Emitted::item).toList().toString().replace('"', '\'');
  }
}
