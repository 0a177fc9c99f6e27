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
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.text.Template;

/** Fills a template and has a language model continue it. */
public final class Generator implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.text("result")
      .help("What the model wrote behind the prompt.");
  static final Output COMPOSED = Output.text("composed")
      .help("The prompt with what the model wrote behind it.");
  static final Control.Code PROMPT = new Control.Code("fewshot", "Prompt", "", "handlebars")
      .help("What the model is to continue; {{name}} is replaced by the value at the socket of that name.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Values", SocketType.ANY)
      .help("Sockets whose values the prompt may name.");
  static final Control.Number TEMPERATURE = new Control.Number("temp", "Temperature", 0.7, 0, 2)
      .help("0 for the likeliest words, the same each time as far as the model can; higher for more variety.");
  static final Control.Number MOST = Settings.most(50);
  static final Control.Text STOP = Settings.stop("###");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("generator", "Generator").group("Models")
        .help("Fills each {{name}} of the prompt with the value at the socket of that name, and has a language "
            + "model continue it.")
        .in(TRIGGER, Settings.OVER).out(DONE, RESULT, COMPOSED)
        .control(PROMPT, INPUTS, Settings.MODEL, TEMPERATURE, MOST, Settings.TOP_P, Settings.FREQUENCY,
            Settings.PRESENCE, STOP)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String prompt = Template.of(run.control(PROMPT)).filled(run);
    // What the card of 2023 shows and sets is temp; files of other years have only the other.
    String result =
        Model.text(run, prompt, Settings.of(run).sampling(TEMPERATURE, MOST, STOP, "temp"), RESULT);
    return Result.of(RESULT, TextNode.valueOf(result)).and(COMPOSED, TextNode.valueOf(prompt + result));
  }
}
