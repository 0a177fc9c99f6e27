package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.SourceRun;
import io.spellmesh.engine.node.SourceType;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The sources of a spell that is played. What they emit goes out in the order in which they emit it. */
public final class Sources {

  /** What sources need from whoever plays them; tasks never overlap. */
  public interface Clockwork {
    Instant now();

    /** @return what calls it off */
    Runnable every(Duration period, Runnable task);

    /** Asks for whoever plays them. */
    default <Q, A> CompletionStage<A> ask(Operation<Q, A> operation, Q question) {
      return Capabilities.NONE.ask(operation, question);
    }
  }

  private final Clockwork clockwork;
  private final Consumer<Emitted> items;
  private final List<Runnable> stops = new ArrayList<>();
  private final List<Consumer<JsonNode>> hearing = new ArrayList<>();
  private boolean isStopped;

  private Sources(Clockwork clockwork, Consumer<Emitted> items) {
    this.clockwork = clockwork;
    this.items = items;
  }

  /**
   * Plays every source of a spell.
   *
   * @throws Failure UNPROCESSABLE with every mistake, if there is no source or one cannot begin; then none does
   */
  public static Sources play(Plan plan, Clockwork clockwork, Consumer<Emitted> items) {
    Sources sources = new Sources(clockwork, items);
    List<Mistake> mistakes = new ArrayList<>();
    for (PlanNode node : plan.sources()) {
      try {
        sources.stops.add(((SourceType) node.type()).play(sources.new Playing(node)));
      } catch (NodeFailure wrong) {
        mistakes.add(Mistake.at(node.id(), node.described() + ": " + wrong.getMessage()));
      }
    }
    if (plan.sources().isEmpty()) {
      mistakes.add(Mistake.of(plan.nodes().stream().anyMatch(PlanNode::isBypassed)
          ? "the spell has no source nodes that are enabled" : "the spell has no source nodes"));
    }
    if (!mistakes.isEmpty()) {
      sources.stop();
      throw Failure.unprocessable(mistakes.getFirst().message(), mistakes);
    }
    return sources;
  }

  /** Something is posted to the spell. @return whether any of them hears such things */
  public boolean post(JsonNode item) {
    List.copyOf(hearing).forEach(source -> source.accept(item));
    return !hearing.isEmpty();
  }

  /** They emit nothing more. Doing it again changes nothing. */
  public void stop() {
    isStopped = true;
    stops.forEach(Runnable::run);
    stops.clear();
    hearing.clear();
  }

  private final class Playing extends Card implements SourceRun {
    private final PlanNode node;

    Playing(PlanNode node) {
      super(node);
      this.node = node;
    }

    @Override
    public Instant now() {
      return clockwork.now();
    }

    @Override
    public void emit(JsonNode item) {
      if (!isStopped) {
        items.accept(new Emitted(node.id(), item));
      }
    }

    @Override
    public Runnable every(Duration period, Runnable task) {
      Runnable off = clockwork.every(period, task);
      stops.add(off);
      return off;
    }

    @Override
    public void hear(Consumer<JsonNode> posted) {
      hearing.add(posted);
    }

    @Override
    public <Q, A> CompletionStage<A> ask(Operation<Q, A> operation, Q question) {
      return clockwork.ask(operation, question);
    }
  }
}
