package io.spellmesh.nodes.logic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Sends the trigger one of two ways, by whether a value is true, and not merely something. */
public final class IsVariableTrue implements NodeType {
  static final Input<JsonNode> VALUE = Input.any("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("is-variable-true", "Is Variable True").group("Logic")
        .help("Fires 'true' if the value is true, the text 'true' or the number 1.")
        .in(VALUE, TRIGGER).out(YES, NO).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.fire(run.find(VALUE).filter(IsVariableTrue::isTrue).isPresent() ? YES : NO);
  }

  private static boolean isTrue(JsonNode value) {
    return value.isTextual() ? value.textValue().equals("true")
        : value.isNumber() ? value.doubleValue() == 1 : value.booleanValue();
  }
}
