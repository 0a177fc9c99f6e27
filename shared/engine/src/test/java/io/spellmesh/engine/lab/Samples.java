package io.spellmesh.engine.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Node types for tests, named as people know their like. All are PURE. */
public final class Samples {
  public static final Input<Void> TRIGGER_IN = Input.trigger("trigger");
  public static final Input<JsonNode> INPUT = Input.any("input");
  static final Input<JsonNode> EVENT = Input.any("event");
  public static final Output TRIGGER = Output.trigger("trigger");
  public static final Output OUTPUT = Output.any("output");
  public static final Output ERROR = Output.trigger("error");
  static final Output EACH = Output.trigger("each");
  static final Output DONE = Output.trigger("done");
  static final Output ELEMENT = Output.any("element");
  static final Output INDEX = Output.any("index");

  private Samples() {}

  /** Samples and the types of one test. */
  public static NodeCatalog with(NodeType... types) {
    return watched(run -> {}, types);
  }

  /** Samples of which some wait for people and times before they give what the others give at once. */
  public static NodeCatalog waiting(Consumer<NodeRun> seen) {
    return watched(seen, Waiters::waitingFirst);
  }

  /** @param seen told of each body when it begins, by the body's own thread */
  public static NodeCatalog watched(Consumer<NodeRun> seen, NodeType... types) {
    return watched(seen, UnaryOperator.identity(), types);
  }

  /** @param worker makes another body of the body of one that computes */
  private static NodeCatalog watched(Consumer<NodeRun> seen, UnaryOperator<Sample.Behaviour> worker,
      NodeType... types) {
    List<NodeType> all = new ArrayList<>(List.of(types));
    all.addAll(entries());
    all.addAll(exits(seen));
    all.addAll(plain(seen, worker));
    all.add(type(NodeSpec.of("wait-for-all", "Wait For All").out(TRIGGER).role(new Role.Join()), seen,
        run -> Result.nothing()));
    all.add(type(NodeSpec.of("for-each", "For Each").in(TRIGGER_IN, Input.list("list"))
        .out(EACH, DONE, ELEMENT, INDEX).role(new Role.Loop(EACH, ELEMENT, INDEX, DONE)), seen,
        Samples::iterate));
    all.add(type(NodeSpec.of("spell", "Spell").in(TRIGGER_IN, EVENT).out(TRIGGER)
        .role(new Role.SubSpell(EVENT)), seen, Samples::nothing));
    return NodeCatalog.of(all);
  }

  private static List<NodeType> entries() {
    Consumer<NodeRun> never = run -> {
      throw new IllegalStateException("an entry has no body");
    };
    return List.of(
        type(NodeSpec.of("input", "Input").out(OUTPUT, TRIGGER)
            .role(new Role.ValueEntry(OUTPUT, Optional.of(TRIGGER))), never, Samples::nothing),
        type(NodeSpec.of("trigger-in", "Trigger In").out(TRIGGER).role(new Role.TriggerEntry(TRIGGER)), never,
            Samples::nothing),
        type(NodeSpec.of("playtest-input", "Playtest Input").out(OUTPUT, TRIGGER)
            .role(new Role.PlaytestEntry(Optional.of(OUTPUT), TRIGGER)), never, Samples::nothing));
  }

  private static List<NodeType> exits(Consumer<NodeRun> seen) {
    return List.of(
        type(NodeSpec.of("output", "Output").in(TRIGGER_IN, INPUT).out(OUTPUT, TRIGGER)
            .role(new Role.ValueExit(INPUT)), seen, Samples::pass),
        type(NodeSpec.of("trigger-out", "Trigger Out").in(TRIGGER_IN).role(new Role.TriggerExit()), seen,
            Samples::nothing));
  }

  private static List<NodeType> plain(Consumer<NodeRun> seen, UnaryOperator<Sample.Behaviour> worker) {
    return List.of(
        type(NodeSpec.of("echo", "Echo").in(TRIGGER_IN, INPUT).out(OUTPUT, TRIGGER), seen, Samples::pass),
        type(NodeSpec.of("mix", "Mix").in(TRIGGER_IN).out(OUTPUT, TRIGGER), seen,
            worker.apply(run -> Result.of(OUTPUT, LongNode.valueOf(mix(run))))),
        type(NodeSpec.of("slow", "Slow").in(TRIGGER_IN).out(OUTPUT, TRIGGER).waits(), seen,
            worker.apply(run -> Result.of(OUTPUT, LongNode.valueOf(mix(run))))),
        type(NodeSpec.of("gather", "Gather").in(TRIGGER_IN).out(OUTPUT, TRIGGER), seen, Samples::gather),
        type(NodeSpec.of("gate", "Gate").in(TRIGGER_IN)
                .out(OUTPUT, Output.trigger("true"), Output.trigger("false")), seen,
            run -> Result.of(OUTPUT, LongNode.valueOf(mix(run)))
                .firing(mix(run) % 2 == 0 ? "true" : "false")),
        type(NodeSpec.of("fail", "Fail").in(TRIGGER_IN).out(OUTPUT, TRIGGER, ERROR), seen, Samples::fail),
        type(NodeSpec.of("sometimes", "Sometimes").in(TRIGGER_IN).out(OUTPUT, TRIGGER, ERROR).waits(), seen,
            worker.apply(run -> mix(run) % 2 == 0 ? fail(run) : Result.of(OUTPUT, LongNode.valueOf(mix(run))))));
  }

  /** A PURE type whose bodies are seen. */
  public static NodeType type(NodeSpec.Builder spec, Consumer<NodeRun> seen, Sample.Behaviour body) {
    return new Sample(spec.effect(Effect.PURE).build(), run -> {
      seen.accept(run);
      return body.run(run);
    });
  }

  private static Result nothing(NodeRun run) {
    return Result.nothing();
  }

  private static Result pass(NodeRun run) {
    return run.find(INPUT).map(value -> Result.of(OUTPUT, value)).orElse(Result.nothing());
  }

  private static Result fail(NodeRun run) {
    throw new NodeFailure(run.data().path("message").asText("it went wrong"));
  }

  /** A number that tells any two different sets of values apart. */
  private static long mix(NodeRun run) {
    long mixed = run.data().path("tag").asLong();
    for (String key : run.inputs().keySet()) {
      mixed = mixed * 31 + key.hashCode();
      for (JsonNode value : run.all(Input.any(key))) {
        mixed = (mixed ^ value.toString().hashCode()) * 0x9E3779B97F4A7C15L;
      }
    }
    return mixed >>> 8;
  }

  /** Every value at every socket, in order. */
  private static Result gather(NodeRun run) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    run.inputs().keySet().forEach(key -> all.addAll(run.all(Input.any(key))));
    return Result.of(OUTPUT, all);
  }

  /** {@code list}, else as many numbers as {@code data.count} says. */
  private static Result iterate(NodeRun run) {
    List<JsonNode> elements = new ArrayList<>();
    run.find(Input.list("list")).ifPresentOrElse(list -> list.forEach(elements::add),
        () -> IntStream.range(0, run.data().path("count").asInt())
            .forEach(i -> elements.add(IntNode.valueOf(i * 10))));
    return Result.iterate(elements, run.data().path("concurrency").asInt(1));
  }
}
