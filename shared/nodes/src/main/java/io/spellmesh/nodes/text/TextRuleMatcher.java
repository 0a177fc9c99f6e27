package io.spellmesh.nodes.text;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.List;
import java.util.Locale;

/**
 * Sends the trigger one of two ways, by rules about a text. The rules are lists on the card, in which a comma
 * and a space divide. As ever, the rule about the end overrules the one about the beginning, and the one about
 * any place overrules both; each of the rules with a not, and the lengths, can only say no.
 */
public final class TextRuleMatcher implements NodeType {
  private static final int ANY_LENGTH = 0;

  static final Input<String> TEXT = Input.text("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> BEGINNING = Input.text("matchBeginning");
  static final Input<String> END = Input.text("matchEnd");
  static final Input<String> ANY = Input.text("matchAny");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text BEGINS = new Control.Text("matchBeginningString", "Begins with", "");
  static final Control.Text BEGINS_NOT =
      new Control.Text("notMatchBeginningString", "Does not begin with", "");
  static final Control.Text ENDS = new Control.Text("matchEndString", "Ends with", "");
  static final Control.Text ENDS_NOT = new Control.Text("notMatchEndString", "Does not end with", "");
  static final Control.Text HAS = new Control.Text("matchAnyString", "Has", "");
  static final Control.Text HAS_NOT = new Control.Text("notMatchAnyString", "Has not", "");
  static final Control.Number SHORTEST = new Control.Number("stringMinLength", "At least", 0, 0, 1e9);
  static final Control.Number LONGEST =
      new Control.Number("stringMaxLength", "At most (0: any length)", ANY_LENGTH, 0, 1e9);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("text-rule-matcher", "Text Rule Matcher").group("Text")
        .help("Fires 'true' if the text keeps the rules on the card: how it begins, ends, what it has, how "
            + "long it is. Case does not matter. Of several rules the last one decides.")
        .alias("Complex String Matcher")
        .in(TEXT, TRIGGER, BEGINNING, END, ANY).out(YES, NO)
        .control(NAME, BEGINS, BEGINS_NOT, ENDS, ENDS_NOT, HAS, HAS_NOT, SHORTEST, LONGEST)
        .effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = run.find(TEXT).orElse("").toLowerCase(Locale.ROOT).replace("\"", "");
    return Result.fire(isMatched(run, text) && !isInvalid(run, text) ? YES : NO);
  }

  private static boolean isMatched(NodeRun run, String text) {
    List<String> beginnings = rules(run.find(BEGINNING).orElseGet(() -> run.control(BEGINS)));
    List<String> ends = rules(run.find(END).orElseGet(() -> run.control(ENDS)));
    List<String> parts = rules(run.find(ANY).orElseGet(() -> run.control(HAS)));
    boolean isMatched = beginnings.stream().anyMatch(text::startsWith);
    isMatched = ends.isEmpty() ? isMatched : ends.stream().anyMatch(text::endsWith);
    return parts.isEmpty() ? isMatched : parts.stream().anyMatch(text::contains);
  }

  private static boolean isInvalid(NodeRun run, String text) {
    double longest = run.control(LONGEST);
    boolean fits = longest == ANY_LENGTH
        || text.length() <= longest && text.length() >= run.control(SHORTEST);
    return !fits || rules(run.control(BEGINS_NOT)).stream().anyMatch(text::startsWith)
        || rules(run.control(ENDS_NOT)).stream().anyMatch(text::endsWith)
        || rules(run.control(HAS_NOT)).stream().anyMatch(text::contains);
  }

  private static List<String> rules(String written) {
    return written.isEmpty() ? List.of() : List.of(written.toLowerCase(Locale.ROOT).split(", "));
  }
}
