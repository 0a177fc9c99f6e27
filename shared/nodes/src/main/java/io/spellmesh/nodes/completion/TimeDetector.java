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

/** Says how long what a sentence tells of takes. */
public final class TimeDetector implements NodeType {
  static final Input<String> STRING = Input.text("string").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output TIME = Output.text("detectedTime");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      How much time passes in each of these?

      Sentence, Time: He blinks at the bright light, 1 second
      Sentence, Time: We cook a stew and eat it, 1 hour
      Sentence, Time: They march from the coast to the capital, 6 days
      Sentence, Time: She sleeps until the cock crows, 8 hours
      Sentence, Time:\s""");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("time-detector", "Time Detector").group("Models")
        .help("Says how much time passes in what the sentence tells of.")
        .alias(Alias.of("Time Detector").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .in(STRING, TRIGGER).out(TIME, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(TIME, TextNode.valueOf(
        FewShot.answer(run, EXAMPLES, run.need(STRING) + ",", 15, "\n", TIME)));
  }
}
