package io.spellmesh.nodes.variable;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/** A number, written on the card; text that is one will do. */
public final class NumberVariable implements NodeType {
  static final Output VALUE = Output.of("output", SocketType.NUMBER);
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Number NUMBER =
      new Control.Number("_var", "Number", 0, -Double.MAX_VALUE, Double.MAX_VALUE);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("number-variable", "Number Variable").group("Variables")
        .help("Gives the number that is written on it.")
        .out(VALUE).control(NAME, NUMBER).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(VALUE, Values.number(run.control(NUMBER)));
  }
}
