package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.Map;

/** Turns prose into the lines of a play. */
public final class ProseToScript implements NodeType {
  static final Input<String> STRING = Input.text("string").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output SCRIPT = Output.text("script");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      Each of these is turned into the lines of a play.

      Prose: "You are late," said Mira without looking up. Tom shut the door and sighed.
      Script:
      Mira: (without looking up) You are late.
      Tom: (shuts the door, sighs)

      Prose: The old man laughed. "Nobody has asked me that in forty years."
      Script:
      Old man: (laughs) Nobody has asked me that in forty years.

      Prose:\s""");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("prose-to-script", "Prose to Script").group("Models")
        .help("Turns prose into the lines of a play: who speaks, and what is done in brackets.")
        .alias(Alias.of("Prose to Script").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .alias("Prose To Script")
        .in(STRING, TRIGGER).out(SCRIPT, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(SCRIPT, TextNode.valueOf(
        FewShot.answer(run, EXAMPLES, run.need(STRING) + "\nScript:", 300, "\n\n", SCRIPT)));
  }
}
