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
import java.util.Map;

/** Sends the trigger one of two ways, by whether there is nothing at a socket. */
public final class IsNullOrUndefined implements NodeType {
  static final Input<JsonNode> VALUE = Input.any("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("is-null-or-undefined", "Is Null Or Undefined").group("Logic")
        .help("Fires 'true' if there is no value, or null, an empty text or an empty list.")
        .alias(Alias.of("Is Null Or Undefined").withInputs(Map.of("string", "input")))
        .in(VALUE, TRIGGER).out(YES, NO).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.fire(run.find(VALUE).map(IsNullOrUndefined::isNothing).orElse(true) ? YES : NO);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || value.isTextual() && value.textValue().isEmpty()
        || value.isArray() && value.isEmpty();
  }
}
