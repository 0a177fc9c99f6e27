package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Takes away, or replaces, every part of a text that a regular expression matches. */
public final class RegularExpression implements NodeType {
  static final Input<String> TEXT = Input.text("input")
      .help("The text that is changed.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.text("output")
      .help("The text with every match replaced.");
  static final Control.Text RULE = new Control.Text("rule", "Expression", "")
      .help("A regular expression (RE2, so without lookaround).");
  static final Control.Text BY = new Control.Text("replace", "Replace by", "").withLines()
      .help("What stands in place of each match, as it is written; empty to take it away.");
  static final Control.Toggle IGNORE_CASE = new Control.Toggle("ignoreCase", "Any case", false)
      .help("Large and small letters are taken for the same.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("regular-expression", "Regular Expression").group("Text")
        .help("Gives the text with every match of the expression (RE2) taken away, or replaced by the text "
            + "on the card.")
        .in(TEXT, TRIGGER).out(DONE, RESULT).control(RULE, BY, IGNORE_CASE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    if (run.control(RULE).isEmpty()) {
      throw new NodeFailure("there is no expression on the card");
    }
    Expression expression = Expression.of(run.control(RULE), run.control(IGNORE_CASE));
    String replaced = expression.replaced(run.need(TEXT), run.control(BY));
    return Result.of(RESULT, TextNode.valueOf(replaced));
  }
}
