package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Takes the white space off both ends of a text. */
public final class Trim implements NodeType {
  static final Input<String> TEXT = Input.text("string");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TRIMMED = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("trim", "Trim").group("Text")
        .help("Gives the text without the white space at its beginning and end.")
        .in(TEXT, TRIGGER).out(DONE, TRIMMED).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(TEXT).map(text -> Result.of(TRIMMED, TextNode.valueOf(text.strip())))
        .orElse(Result.nothing());
  }
}
