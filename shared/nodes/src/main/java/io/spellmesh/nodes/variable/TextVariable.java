package io.spellmesh.nodes.variable;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** A long text, written in the editor of texts. */
public final class TextVariable implements NodeType {
  static final Output VALUE = Output.any("output");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Code TEXT = new Control.Code("fewshot", "Text", "", "plaintext");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("text-variable", "Text Variable").group("Variables")
        .help("Gives the text that is written in it. There is room for long ones.")
        .alias("Fewshot Variable")
        .out(VALUE).control(NAME, TEXT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(VALUE, TextNode.valueOf(run.control(TEXT)));
  }
}
