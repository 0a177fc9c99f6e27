package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Values;

/** Makes one text of a list. */
public final class JoinList implements NodeType {
  static final Input<ArrayNode> LIST = Input.list("list");
  static final Output TEXT = Output.text("text");
  static final Control.Text SEPARATOR = new Control.Text("separator", "Separator", " ").withLines();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("join-list", "Join List").group("Text")
        .help("Gives the elements of a list as one text, with the separator between them.")
        .in(LIST).out(TEXT).control(SEPARATOR).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(LIST).map(list -> Result.of(TEXT, joined(list, run.control(SEPARATOR))))
        .orElse(Result.nothing());
  }

  private static TextNode joined(ArrayNode list, String separator) {
    GrowingText text = new GrowingText();
    for (int i = 0; i < list.size(); i++) {
      text.add(i == 0 ? "" : separator).add(Values.text(list.get(i)));
    }
    return text.asNode();
  }
}
