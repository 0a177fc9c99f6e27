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
import java.util.List;
import java.util.Locale;

/** Writes a text in capitals, or without, or with some. */
public final class ChangeCase implements NodeType {
  private static final String UPPER = "upper";
  private static final String LOWER = "lower";
  private static final String SENTENCE = "sentence";
  private static final String TITLE = "title";

  static final Input<String> TEXT = Input.text("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.text("output");
  static final Control.Choice CASE =
      new Control.Choice("case", "Case", LOWER, List.of(LOWER, UPPER, SENTENCE, TITLE));

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("change-case", "Change Case").group("Text")
        .help("Gives the text in lower or upper case, or with a capital at its beginning or at that of each "
            + "word.")
        .in(TEXT, TRIGGER).out(DONE, RESULT).control(CASE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String wanted = run.control(CASE);
    return run.find(TEXT).map(text -> Result.of(RESULT, TextNode.valueOf(changed(text, wanted))))
        .orElse(Result.nothing());
  }

  private static String changed(String text, String wanted) {
    return switch (wanted) {
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case SENTENCE -> capitals(text, false);
      case TITLE -> capitals(text, true);
      default -> throw new IllegalStateException("there is no case '" + wanted + "'");
    };
  }

  private static String capitals(String text, boolean eachWord) {
    StringBuilder result = new StringBuilder(text.length());
    boolean isNext = true;
    for (int point : text.codePoints().toArray()) {
      boolean isWordPart = Character.isLetterOrDigit(point) || point == '\'' || point == '’';
      result.appendCodePoint(isNext && isWordPart ? Character.toTitleCase(point)
          : Character.toLowerCase(point));
      isNext = isWordPart ? false : eachWord || isNext;
    }
    return result.toString();
  }
}
