package io.spellmesh.nodes.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Values;

/** Sends the trigger one of two ways, by whether a value is a number. */
public final class IsANumber implements NodeType {
  static final Input<JsonNode> VALUE = Input.any("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("is-a-number", "Is A Number").group("Numbers")
        .help("Fires 'true' if the value is a number, or text that is one.")
        .in(VALUE, TRIGGER).out(YES, NO).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.fire(run.find(VALUE).filter(IsANumber::isNumber).isPresent() ? YES : NO);
  }

  private static boolean isNumber(JsonNode value) {
    try {
      Values.number(value);
      return true;
    } catch (NodeFailure notOne) {
      return false;
    }
  }
}
