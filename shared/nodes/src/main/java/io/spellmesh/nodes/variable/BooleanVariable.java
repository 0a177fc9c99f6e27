package io.spellmesh.nodes.variable;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** True or false, set on the card. */
public final class BooleanVariable implements NodeType {
  static final Output VALUE = Output.of("output", SocketType.BOOLEAN);
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Toggle YES = new Control.Toggle("_var", "True", false);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("boolean-variable", "Boolean Variable").group("Variables")
        .help("Gives true or false, as it is set.")
        .out(VALUE).control(NAME, YES).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(VALUE, BooleanNode.valueOf(run.control(YES)));
  }
}
