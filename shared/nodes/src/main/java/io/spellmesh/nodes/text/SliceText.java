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

/** Takes a piece out of a text. */
public final class SliceText implements NodeType {
  private static final double FARTHEST = 1e9;

  static final Input<String> TEXT = Input.text("input");
  static final Input<Double> FROM = Input.number("start");
  static final Input<Double> TO = Input.number("end");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output PIECE = Output.text("output");
  static final Control.Number START = new Control.Number("start", "From", 0, -FARTHEST, FARTHEST);
  static final Control.Number END = new Control.Number("end", "Up to", FARTHEST, -FARTHEST, FARTHEST);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("slice-text", "Slice Text").group("Text")
        .help("Gives the characters from one place of a text up to another. The first is 0; what is negative "
            + "counts from the end. A wired socket wins over the card.")
        .in(TEXT, FROM, TO, TRIGGER).out(DONE, PIECE).control(START, END).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    double start = run.find(FROM).orElseGet(() -> run.control(START));
    double end = run.find(TO).orElseGet(() -> run.control(END));
    return run.find(TEXT).map(text -> Result.of(PIECE, TextNode.valueOf(piece(text, start, end))))
        .orElse(Result.nothing());
  }

  /** Counts characters as people do: one beyond the first plane is one. */
  private static String piece(String text, double start, double end) {
    int length = text.codePointCount(0, text.length());
    int from = place(start, length);
    int to = place(end, length);
    return from >= to ? ""
        : text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  private static int place(double wanted, int length) {
    return (int) Math.clamp(wanted < 0 ? length + wanted : wanted, 0, length);
  }
}
