package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.text.JsonText;

/** Makes an object of the values at its sockets and gives it as JSON text. */
public final class InputsToJson implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output JSON = Output.text("output");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Fields", SocketType.ANY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("inputs-to-json", "Inputs To JSON").group("Data")
        .help("Gives JSON text with a field for each socket that has a value, named after it in lower case.")
        .in(TRIGGER).out(DONE, JSON).control(INPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(JSON, TextNode.valueOf(JsonText.of(Composed.of(run))));
  }
}
