package io.spellmesh.nodes.chance;

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

/** Gives one line of a text, by chance. */
public final class RandomPhraseFromList implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output PHRASE = Output.text("output");
  static final Control.Code PHRASES = new Control.Code("fewshot", "Phrases, one on a line", "", "plaintext");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("random-phrase-from-list", "Random Phrase From List").group("Chance")
        .help("Gives one of the lines that are written on it, by chance.")
        .in(TRIGGER).out(DONE, PHRASE).control(PHRASES).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    List<String> phrases = run.control(PHRASES).lines().map(String::strip)
        .filter(line -> !line.isEmpty()).toList();
    return phrases.isEmpty() ? Result.nothing()
        : Result.of(PHRASE, TextNode.valueOf(phrases.get(Chance.of(run).nextInt(phrases.size()))));
  }
}
