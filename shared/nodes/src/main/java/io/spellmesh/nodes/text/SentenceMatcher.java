package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.ArrayList;
import java.util.List;

/** Finds the sentence that is most like another. */
public final class SentenceMatcher implements NodeType {
  static final Input<JsonNode> SENTENCES = Input.any("sentences");
  static final Input<String> SOURCE = Input.text("source").of(SocketType.ANY);
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output BEST = Output.text("output");
  static final Output LIKENESS = Output.of("similarity", SocketType.NUMBER);
  static final Control.Text NAME = new Control.Text("name", "Name", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("sentence-matcher", "Sentence Matcher").group("Text")
        .help("Gives the sentence that is most like the source, letter by letter, and how much: 1 is the "
            + "same, 0 is nothing alike. Case does not matter.")
        .in(SENTENCES, SOURCE, TRIGGER).out(DONE, BEST, LIKENESS).control(NAME).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String source = run.find(SOURCE).orElse("");
    Likeness likeness = new Likeness(source);
    Result best = Result.nothing();
    double most = -1;
    for (String sentence : sentences(run)) {
      double like = likeness.to(sentence);
      if (like > most) {
        most = like;
        best = Result.of(BEST, TextNode.valueOf(sentence)).and(LIKENESS, Values.number(like));
      }
    }
    return best;
  }

  /** One text at the socket has a sentence on each line; lists have one in each element. */
  private static List<String> sentences(NodeRun run) {
    List<String> sentences = new ArrayList<>();
    for (JsonNode value : run.all(SENTENCES)) {
      if (value.isArray()) {
        value.forEach(sentence -> sentences.add(Values.text(sentence)));
      } else {
        Values.text(value).lines().filter(line -> !line.isBlank()).forEach(sentences::add);
      }
    }
    return sentences;
  }
}
