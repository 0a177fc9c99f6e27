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

/** Has a language model continue a text. */
public final class TextCompletion implements NodeType {
  static final Input<String> STRING = Input.text("string").needed()
      .help("The text that the model is to continue.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output")
      .help("What the model wrote behind the text, without the text.");
  static final Control.Number TEMPERATURE = Settings.temperature(0.5);
  static final Control.Number MOST = Settings.most(100);
  static final Control.Text STOP = Settings.stop("###");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("text-completion", "Text Completion").group("Models")
        .help("Has a language model continue the text it gets.")
        .alias("Agent Text Completion")
        .in(STRING, Settings.OVER, TRIGGER).out(DONE, OUTPUT)
        .control(Settings.MODEL, TEMPERATURE, MOST, Settings.TOP_P, Settings.FREQUENCY, Settings.PRESENCE, STOP)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(OUTPUT, TextNode.valueOf(Model.text(run, run.need(STRING),
        Settings.of(run).sampling(TEMPERATURE, MOST, STOP), OUTPUT)));
  }
}
