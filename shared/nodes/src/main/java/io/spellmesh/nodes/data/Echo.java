package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Map;

/** Passes a value on as it is. */
public final class Echo implements NodeType {
  static final Input<JsonNode> SOURCE = Input.any("source").of(SocketType.STRING);
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output VALUE = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("echo", "Echo").group("Data").help("Gives back the value it gets.")
        .alias(Alias.of("Echo").withInputs(Map.of("string", "source")))
        .in(SOURCE, TRIGGER).out(DONE, VALUE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(SOURCE).map(value -> Result.of(VALUE, value)).orElse(Result.nothing());
  }
}
