package io.spellmesh.nodes.code;

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

/** Keeps code in Python, which is not run here: no Python that a JVM can hold keeps strangers' code in bounds. */
public final class Python implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Code CODE = new Control.Code("code", "Code", "", "python");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Inputs", SocketType.ANY);
  static final Control.Sockets OUTPUTS = new Control.Sockets("outputs", "Outputs", SocketType.ANY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("python", "Python").group("Code")
        .help("Keeps a function in Python of an older spell. It fails when it is reached: write it in JavaScript.")
        .in(TRIGGER).out(DONE).control(NAME, CODE, INPUTS, OUTPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    throw new NodeFailure("holds Python, which is not run here; write it in JavaScript in a Code node");
  }
}
