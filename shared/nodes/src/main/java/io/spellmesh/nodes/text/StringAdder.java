package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Adds a text to the end of another, and forgets the beginning of what gets too long. */
public final class StringAdder implements NodeType {
  static final Input<String> TEXT = Input.text("string");
  static final Input<String> MORE = Input.text("newInput");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SUM = Output.text("output");
  static final Control.Toggle NEW_LINE = new Control.Toggle("newLineStarting", "On a new line", false);
  static final Control.Number KEPT = new Control.Number("maxLength", "Characters kept", 1000, 1, 1_000_000);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("string-adder", "String Adder").group("Text")
        .help("Gives the text with the new one added at its end. Of what is too long the end is kept.")
        .in(TEXT, MORE, TRIGGER).out(DONE, SUM).control(NEW_LINE, KEPT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String sum = new GrowingText().add(run.find(TEXT).orElse("")).add(run.control(NEW_LINE) ? "\n" : "")
        .add(run.find(MORE).orElse("")).text();
    return Result.of(SUM, TextNode.valueOf(end(sum, (int) run.control(KEPT))));
  }

  private static String end(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int from = text.length() - length;
    return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }
}
