package io.spellmesh.nodes.variable;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** A short text, written on the card. */
public final class StringVariable implements NodeType {
  static final Output VALUE = Output.text("output");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text TEXT = new Control.Text("_var", "Text", "").withLines();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("string-variable", "String Variable").group("Variables")
        .help("Gives the text that is written on it.")
        .out(VALUE).control(NAME, TEXT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(VALUE, TextNode.valueOf(run.control(TEXT)));
  }
}
