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
import java.text.BreakIterator;
import java.util.Locale;

/** Cuts a text into its sentences, and what is too long for one into pieces. */
public final class SplitBySentence implements NodeType {
  static final Input<String> TEXT = Input.text("string");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SENTENCES = Output.of("output", SocketType.ARRAY);
  static final Control.Number LONGEST =
      new Control.Number("stringMaxLength", "Longest piece", 280, 1, 1_000_000);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("split-by-sentence", "Split By Sentence").group("Text")
        .help("Gives a list of the sentences of a text. A sentence that is too long is cut into pieces.")
        .in(TEXT, TRIGGER).out(DONE, SENTENCES).control(LONGEST).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    int longest = (int) run.control(LONGEST);
    return run.find(TEXT).map(text -> Result.of(SENTENCES, sentences(text, longest)))
        .orElse(Result.nothing());
  }

  private static ArrayNode sentences(String text, int longest) {
    ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
    ends.setText(text);
    int from = ends.first();
    for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
      String sentence = text.substring(from, to).strip();
      for (int at = 0; at < sentence.length(); ) {
        int end = Math.min(sentence.length(), at + longest);
        // Both halves of a character beyond the first plane stay together.
        end = end < sentence.length() && end - at > 1
            && Character.isLowSurrogate(sentence.charAt(end)) ? end - 1 : end;
        sentences.add(sentence.substring(at, end));
        at = end;
      }
      from = to;
    }
    return sentences;
  }
}
