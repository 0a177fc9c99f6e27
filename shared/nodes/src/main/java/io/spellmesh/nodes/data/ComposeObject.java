package io.spellmesh.nodes.data;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Makes an object of the values at its sockets. */
public final class ComposeObject implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OBJECT = Output.of("output", SocketType.OBJECT)
      .help("An object with a field for each socket that had a value.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Fields", SocketType.ANY)
      .help("The fields of the object, by name.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("compose-object", "Compose Object").group("Data")
        .help("Gives an object with a field for each socket that has a value, named after it in lower case.")
        .in(TRIGGER).out(DONE, OBJECT).control(INPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(OBJECT, Composed.of(run));
  }
}
