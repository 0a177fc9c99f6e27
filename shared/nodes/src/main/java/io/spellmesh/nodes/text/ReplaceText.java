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

/** Replaces every place where a text occurs in another. */
public final class ReplaceText implements NodeType {
  static final Input<String> TEXT = Input.text("input");
  static final Input<String> MATCH = Input.text("match");
  static final Input<String> REPLACE = Input.text("replace");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output REPLACED = Output.text("output");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text OLD = new Control.Text("match", "Replace", "").withLines();
  static final Control.Text NEW = new Control.Text("replace", "By", "").withLines();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("replace-text", "Replace Text").group("Text")
        .help("Replaces every occurrence of a text, taken literally. A wired socket wins over the card.")
        .alias("String Replacer")
        .in(TEXT, MATCH, REPLACE, TRIGGER).out(DONE, REPLACED).control(NAME, OLD, NEW)
        .effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String match = run.find(MATCH).orElseGet(() -> run.control(OLD));
    String by = run.find(REPLACE).orElseGet(() -> run.control(NEW));
    return run.find(TEXT).map(text -> Result.of(REPLACED, TextNode.valueOf(replaced(text, match, by))))
        .orElse(Result.nothing());
  }

  private static String replaced(String text, String match, String by) {
    // Counted before, because a short text with a long replacement could fill the memory.
    long length = text.length() + occurrences(text, match) * ((long) by.length() - match.length());
    GrowingText.check(length);
    return text.replace(match, by);
  }

  private static long occurrences(String text, String match) {
    if (match.isEmpty()) {
      return text.length() + 1L;
    }
    long found = 0;
    for (int at = text.indexOf(match); at >= 0; at = text.indexOf(match, at + match.length())) {
      found++;
    }
    return found;
  }
}
