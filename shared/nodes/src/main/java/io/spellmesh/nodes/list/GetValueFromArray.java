package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.Optional;

/** One element of a list. */
public final class GetValueFromArray implements NodeType {
  static final Input<JsonNode> LIST = Input.any("array").of(SocketType.ARRAY);
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output VALUE = Output.any("output");
  static final Control.Text PLACE = new Control.Text("element", "Place", "0");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("get-value-from-array", "Get Value From Array").group("Lists")
        .help("Gives the element at a place of a list. The first is 0, the last is -1; nothing is at a place "
            + "that there is not. Of an object it gives the field of that name.")
        .in(LIST, TRIGGER).out(DONE, VALUE).control(PLACE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String place = run.control(PLACE).strip();
    return run.find(LIST).flatMap(list -> at(list, place)).map(value -> Result.of(VALUE, value))
        .orElse(Result.nothing());
  }

  private static Optional<JsonNode> at(JsonNode list, String place) {
    if (list.isObject()) {
      return Optional.ofNullable(list.get(place));
    }
    int index;
    try {
      index = Integer.parseInt(place);
    } catch (NumberFormatException noNumber) {
      throw new NodeFailure(PLACE.label() + " is '" + place + "', must be a whole number");
    }
    ArrayNode elements = Values.list(list);
    return Optional.ofNullable(elements.get(index < 0 ? elements.size() + index : index));
  }
}
