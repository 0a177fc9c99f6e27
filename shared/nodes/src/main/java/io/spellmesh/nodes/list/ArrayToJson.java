package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.text.JsonText;

/** Writes a list as JSON. */
public final class ArrayToJson implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> LIST = Input.any("input").of(SocketType.ARRAY);
  static final Output DONE = Output.trigger("trigger");
  static final Output JSON = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("array-to-json", "Array To JSON").group("Lists")
        .help("Gives a list as JSON text.")
        .in(TRIGGER, LIST).out(DONE, JSON).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(LIST).map(list -> Result.of(JSON, TextNode.valueOf(JsonText.of(list))))
        .orElse(Result.nothing());
  }
}
