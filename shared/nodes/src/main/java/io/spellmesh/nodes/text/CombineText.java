package io.spellmesh.nodes.text;

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
import io.spellmesh.engine.node.Values;

/** Puts the texts at its sockets one after the other. */
public final class CombineText implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TEXT = Output.text("output");
  static final Control.Text DELIMITER = new Control.Text("delimiter", "Between", "").withLines();
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Texts", SocketType.ANY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("combine-text", "Combine Text").group("Text")
        .help("Gives the texts at its sockets as one, in the order of the sockets.")
        .alias("String Combiner")
        .in(TRIGGER).out(DONE, TEXT).control(DELIMITER, INPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String delimiter = run.control(DELIMITER);
    GrowingText text = new GrowingText();
    boolean isFirst = true;
    for (JsonNode value : run.inputs().values()) {
      text.add(isFirst ? "" : delimiter).add(Values.text(value));
      isFirst = false;
    }
    return Result.of(TEXT, text.asNode());
  }
}
