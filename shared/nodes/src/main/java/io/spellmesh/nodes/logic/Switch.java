package io.spellmesh.nodes.logic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/** Sends the trigger to the output that is named like the value. */
public final class Switch implements NodeType {
  static final Input<JsonNode> VALUE = Input.any("input")
      .help("The value, compared as text with the name of each case.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output OTHERWISE = Output.trigger("default")
      .help("Goes off when the value is none of the cases.");
  static final Control.Sockets CASES = new Control.Sockets("outputs", "Cases", SocketType.TRIGGER)
      .help("A trigger for each value that is expected, named as the value.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("switch", "Switch").group("Logic")
        .help("Fires the output whose name is the value as text, or 'default' if there is none.")
        .in(VALUE, TRIGGER).out(OTHERWISE).control(CASES).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(VALUE).map(Values::text)
        .flatMap(text -> run.outputs().stream()
            .filter(output -> output.isTrigger() && output.name().equals(text)).findFirst())
        .map(Result::fire).orElse(Result.fire(OTHERWISE));
  }
}
