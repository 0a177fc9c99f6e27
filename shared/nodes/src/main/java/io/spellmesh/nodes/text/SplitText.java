package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Cuts a text at a separator. */
public final class SplitText implements NodeType {
  static final Input<String> TEXT = Input.text("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output LIST = Output.of("output", SocketType.ARRAY);
  static final Control.Text SEPARATOR = new Control.Text("separator", "Separator", ",").withLines();
  static final Control.Toggle TRIM = new Control.Toggle("trim", "Trim the pieces", true);
  static final Control.Toggle KEEP_EMPTY = new Control.Toggle("keepEmpty", "Keep empty pieces", false);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("split-text", "Split Text").group("Text")
        .help("Gives a list of the pieces of a text between the separators; without one, its characters.")
        .in(TEXT, TRIGGER).out(DONE, LIST).control(SEPARATOR, TRIM, KEEP_EMPTY).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(TEXT).map(text -> Result.of(LIST, pieces(text, run))).orElse(Result.nothing());
  }

  private static ArrayNode pieces(String text, NodeRun run) {
    String separator = run.control(SEPARATOR).replace("\\n", "\n").replace("\\t", "\t");
    boolean trim = run.control(TRIM);
    boolean keepEmpty = run.control(KEEP_EMPTY);
    ArrayNode pieces = JsonNodeFactory.instance.arrayNode();
    if (separator.isEmpty()) {
      text.codePoints().forEach(one -> pieces.add(Character.toString(one)));
      return pieces;
    }
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf(separator, from);
      String piece = text.substring(from, to < 0 ? text.length() : to);
      String kept = trim ? piece.strip() : piece;
      if (keepEmpty || !kept.isEmpty()) {
        pieces.add(kept);
      }
      from = to < 0 ? text.length() + 1 : to + separator.length();
    }
    return pieces;
  }
}
