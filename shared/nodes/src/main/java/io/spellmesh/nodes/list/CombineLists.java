package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Makes one list of many. */
public final class CombineLists implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ALL = Output.of("output", SocketType.ARRAY);
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Lists", SocketType.ANY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("combine-lists", "Combine Lists").group("Lists")
        .help("Gives one list of the elements of the lists at its sockets, in their order. What is no list is "
            + "one element.")
        .in(TRIGGER).out(DONE, ALL).control(INPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (JsonNode value : run.inputs().values()) {
      if (value instanceof ArrayNode list) {
        ListBound.check((double) all.size() + list.size());
        all.addAll(list);
      } else {
        all.add(value);
      }
    }
    return Result.of(ALL, all);
  }
}
