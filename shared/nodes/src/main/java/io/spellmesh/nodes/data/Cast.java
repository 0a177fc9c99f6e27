package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Arrays;

/** Passes a value on to a socket of another kind. What it is does not change; those who read it are lenient. */
public final class Cast implements NodeType {
  static final Input<JsonNode> VALUE = Input.any("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SAME = Output.any("output");
  static final Control.Choice KIND = new Control.Choice("socketType", "Kind", SocketType.ANY.saved(),
      Arrays.stream(SocketType.values()).map(SocketType::saved).toList())
      .help("What the value is taken for. The value itself stays as it is.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("cast", "Cast").group("Data")
        .help("Passes the value on as it is, to sockets of another kind.")
        .in(VALUE, TRIGGER).out(DONE, SAME).control(KIND).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(VALUE).map(value -> Result.of(SAME, value)).orElse(Result.nothing());
  }
}
