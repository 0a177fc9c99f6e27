package io.spellmesh.nodes.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.List;

/** A text that is written on the card. Spells of 2022 and before call it Input. */
public final class TextField implements NodeType {
  private static final List<String> SIGNS_OF_AN_ENTRY =
      List.of("socketKey", "playtestToggle", "useDefault", "isInput");

  static final Output TEXT = Output.text("text");
  static final Control.Text CONTENT = new Control.Text("text", "Text", "").withLines();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("text-field", "Text Field").group("Input and output")
        .help("Gives the text that is written on it.")
        .alias(Alias.of("Input").when(TextField::isMeantBy))
        .out(TEXT).control(CONTENT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(TEXT, TextNode.valueOf(run.control(CONTENT)));
  }

  /** Whether a saved node called Input is the text field of old and not the entry of a run. */
  static boolean isMeantBy(ObjectNode saved) {
    JsonNode outputs = saved.path("outputs");
    return outputs.has("text") && !outputs.has("output") && !outputs.has("trigger")
        && SIGNS_OF_AN_ENTRY.stream().noneMatch(saved.path("data")::has);
  }
}
