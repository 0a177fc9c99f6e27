package io.spellmesh.nodes.logic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.Map;

/** Sends the trigger one of two ways, by whether a value counts as true. */
public final class BooleanGate implements NodeType {
  static final Input<JsonNode> WHEN = Input.any("boolean").of(SocketType.BOOLEAN)
      .help("What decides. False, 0, an empty text and nothing at all count as false.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("boolean-gate", "Boolean Gate").group("Logic")
        .help("Fires 'true' if the value counts as true. False, 0, empty text and nothing at all do not.")
        .alias(Alias.of("Boolean Gate").withInputs(Map.of("data", "trigger")))
        .in(WHEN, TRIGGER).out(YES, NO).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.fire(run.find(WHEN).map(Values::truthy).orElse(false) ? YES : NO);
  }
}
