package io.spellmesh.nodes.text;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/** Sends the trigger one of two ways, by how a text compares with the one on the card. */
public final class EvaluateText implements NodeType {
  private static final String USUAL = "includes";
  private static final Map<String, BiPredicate<String, String>> TESTS = Map.of("includes", String::contains,
      "equals", String::equals, "starts with", String::startsWith, "ends with", String::endsWith);
  /** How saved spells spell them. */
  private static final Map<String, String> SPELLINGS = Map.of("equal", "equals", "===", "equals",
      "==", "equals", "!==", "not equals", "!=", "not equals", "not equal", "not equals",
      "startswith", "starts with", "not startswith", "not starts with",
      "endswith", "ends with", "not endswith", "not ends with");

  static final Input<String> TEXT = Input.text("string")
      .help("The text in question.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");
  static final Control.Choice HOW = new Control.Choice("operationType", "Test", USUAL,
      List.of("includes", "not includes", "equals", "not equals", "starts with", "not starts with",
          "ends with", "not ends with"))
      .help("How it is compared with the text on the card.");
  static final Control.Code OTHER = new Control.Code("fewshot", "Text", "", "plaintext")
      .help("What it is compared with; spaces around it do not count.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("evaluate-text", "Evaluate Text").group("Text")
        .help("Fires 'true' if the text includes, equals, starts with or ends with the one on the card, "
            + "or does not, as chosen.")
        .alias("String Evaluator")
        .in(TEXT, TRIGGER).out(YES, NO).control(HOW, OTHER).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String test = test(run.data().path(HOW.key()).asText(""));
    boolean isNegated = test.startsWith("not ");
    String other = run.control(OTHER).strip();
    boolean holds = TESTS.get(isNegated ? test.substring("not ".length()) : test)
        .test(run.find(TEXT).orElse(""), other);
    return Result.fire(holds != isNegated ? YES : NO);
  }

  private static String test(String saved) {
    String lower = saved.strip().toLowerCase(Locale.ROOT);
    String test = lower.isEmpty() ? USUAL : SPELLINGS.getOrDefault(lower, lower);
    if (!HOW.choices().contains(test)) {
      throw new NodeFailure(HOW.label() + " is '" + saved + "', must be one of "
          + String.join(", ", HOW.choices()));
    }
    return test;
  }
}
