package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Has a language model continue a text that is written on the node, with two names filled in. */
public final class CustomTextCompletion implements NodeType {
  static final Input<String> AGENT = Input.text("agent");
  static final Input<String> SPEAKER = Input.text("speaker");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Code PROMPT = new Control.Code("fewshot", "Prompt", "", "plaintext");
  static final Control.Number TEMPERATURE = Settings.temperature(0.5);
  static final Control.Number MOST = Settings.most(100);
  static final Control.Text STOP = Settings.stop("\"\"\",###");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("custom-text-completion", "Custom Text Completion").group("Models")
        .help("Has a language model continue the text that is written on it, with the names at its sockets in "
            + "place of {agent} and {speaker}.")
        .in(Settings.OVER, AGENT, SPEAKER, TRIGGER).out(DONE, OUTPUT)
        .control(PROMPT, Settings.MODEL, TEMPERATURE, MOST, Settings.TOP_P, Settings.FREQUENCY, Settings.PRESENCE,
            STOP)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String prompt = run.control(PROMPT)
        .replace("{agent}", run.find(AGENT).orElse("Agent"))
        .replace("{speaker}", run.find(SPEAKER).orElse("Speaker"));
    return Result.of(OUTPUT, TextNode.valueOf(
        Model.text(run, prompt, Settings.of(run).sampling(TEMPERATURE, MOST, STOP), OUTPUT)));
  }
}
