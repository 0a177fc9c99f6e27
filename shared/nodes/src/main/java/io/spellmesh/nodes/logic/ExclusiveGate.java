package io.spellmesh.nodes.logic;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;
import java.util.Optional;

/** Brings several ways together: the trigger that came decides whose data goes on. */
public final class ExclusiveGate implements NodeType {
  private static final String TRIGGER_END = "trigger";
  private static final String DATA_END = "data";

  static final Output TRIGGER = Output.trigger("trigger");
  static final Output VALUE = Output.any("output")
      .help("The value that belongs to the trigger which came.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Pairs of sockets", SocketType.ANY)
      .help("For each way in a trigger 'x trigger' and a value 'x data'.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("exclusive-gate", "Exclusive Gate").group("Logic")
        .help("Reached at 'x trigger', it passes on the value at 'x data' and asks for no other.")
        .out(TRIGGER, VALUE).control(INPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String trigger = run.reachedBy().orElseThrow(() -> new NodeFailure(
        "no trigger reached it, so it cannot tell whose data to pass on; wire one of its triggers"));
    return wanted(trigger, List.copyOf(run.inputs().keySet())).flatMap(run::input)
        .map(value -> Result.of(VALUE, value)).orElse(Result.nothing());
  }

  @Override
  public List<String> needs(Optional<String> trigger, List<String> wired) {
    return trigger.flatMap(came -> wanted(came, wired)).map(List::of).orElse(List.of());
  }

  private static Optional<String> wanted(String trigger, List<String> wired) {
    if (wired.contains(exactly(trigger))) {
      return Optional.of(exactly(trigger));
    }
    return wired.stream().filter(key -> key.contains(way(trigger)) && key.endsWith(DATA_END)).findFirst();
  }

  private static String exactly(String trigger) {
    return (way(trigger) + " " + DATA_END).strip();
  }

  private static String way(String trigger) {
    String way = trigger.endsWith(TRIGGER_END)
        ? trigger.substring(0, trigger.length() - TRIGGER_END.length()) : trigger;
    return way.strip();
  }
}
