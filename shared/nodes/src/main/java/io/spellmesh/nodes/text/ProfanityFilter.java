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

/** Sends the trigger one of two ways, by whether a text has a rude word. */
public final class ProfanityFilter implements NodeType {
  static final Input<String> TEXT = Input.text("string");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output RUDE = Output.trigger("true");
  static final Output CLEAN = Output.trigger("false");
  static final Output CENSORED = Output.text("output");
  static final Control.Text MORE = new Control.Text("words", "More words, with commas between", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("profanity-filter", "Profanity Filter").group("Text")
        .help("Fires 'true' if the text has a rude English word, or one of those on the card, and gives the "
            + "text with stars in their place.")
        .in(TEXT, TRIGGER).out(RUDE, CLEAN, CENSORED).control(MORE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = run.find(TEXT).orElse("");
    String censored = RudeWords.with(run.control(MORE)).censored(text);
    return Result.of(CENSORED, TextNode.valueOf(censored))
        .firing((censored.equals(text) ? CLEAN : RUDE).key());
  }
}
