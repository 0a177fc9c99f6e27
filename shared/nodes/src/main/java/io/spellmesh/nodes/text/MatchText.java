package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Matcher;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Optional;

/** Looks for a regular expression in a text. */
public final class MatchText implements NodeType {
  private static final int MOST_MATCHES = 10_000;

  static final Input<String> TEXT = Input.text("input")
      .help("The text that is looked through.");
  static final Input<String> PATTERN = Input.text("pattern")
      .help("What is looked for. Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");
  static final Output FIRST = Output.text("match")
      .help("The first match.");
  static final Output GROUPS = Output.of("groups", SocketType.ARRAY)
      .help("What the parts in brackets of the first match matched, in order.");
  static final Output ALL = Output.of("matches", SocketType.ARRAY)
      .help("All matches, in order.");
  static final Control.Text RULE = new Control.Text("pattern", "Expression", "")
      .help("A regular expression (RE2, so without lookaround).");
  static final Control.Toggle IGNORE_CASE = new Control.Toggle("ignoreCase", "Any case", false)
      .help("Large and small letters are taken for the same.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("match-text", "Match Text").group("Text")
        .help("Fires 'true' if the expression (RE2) matches somewhere in the text. Gives the first match, its "
            + "groups, and all matches.")
        .in(TEXT, PATTERN, TRIGGER).out(YES, NO, FIRST, GROUPS, ALL).control(RULE, IGNORE_CASE)
        .effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    boolean ignoreCase = run.control(IGNORE_CASE);
    Expression expression = run.find(PATTERN.as(pattern -> Expression.of(pattern, ignoreCase)))
        .orElseGet(() -> Expression.of(run.control(RULE), ignoreCase));
    Matcher matcher = expression.over(run.find(TEXT).orElse(""));
    if (!matcher.find()) {
      return Result.of(ALL, JsonNodeFactory.instance.arrayNode()).firing(NO.key());
    }
    String first = matcher.group();
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      // The library says null of a group that took no part.
      groups.add(Optional.ofNullable(matcher.group(group)).orElse(""));
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode().add(first);
    while (matcher.find()) {
      if (all.size() == MOST_MATCHES) {
        throw new NodeFailure("there are more than " + MOST_MATCHES + " matches");
      }
      all.add(matcher.group());
    }
    return Result.of(FIRST, TextNode.valueOf(first)).and(GROUPS, groups).and(ALL, all).firing(YES.key());
  }
}
