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

/** Says how hard an action is, and what it asks of one. */
public final class DifficultyDetector implements NodeType {
  static final Input<String> ACTION = Input.text("action").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DIFFICULTY = Output.text("difficulty");
  static final Output CATEGORY = Output.text("category");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      How hard would each of these be for an ordinary person, and what does it ask of them?
      It asks for: strength, dexterity, endurance, intelligence, charisma

      Action, Difficulty, Asks for: lift the cart off the farmer, 14/20, strength
      Action, Difficulty, Asks for: pick the pocket of a sleeping guard, 9/20, dexterity
      Action, Difficulty, Asks for: swim across the winter lake, 16/20, endurance
      Action, Difficulty, Asks for: read the letter, 2/20, intelligence
      Action, Difficulty, Asks for: talk the baron out of his revenge, 15/20, charisma
      Action, Difficulty, Asks for:\s""");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("difficulty-detector", "Difficulty Detector").group("Models")
        .help("Says how hard the action would be for an ordinary person, of 20, and what it asks of "
            + "them: strength, dexterity, endurance, intelligence or charisma.")
        .alias(Alias.of("Difficulty Detector").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .in(ACTION, TRIGGER).out(DIFFICULTY, CATEGORY, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String answer = FewShot.answer(run, EXAMPLES, run.need(ACTION) + ",", 20, "\n");
    String[] parts = answer.split(",\\s*", 2);
    Result difficulty = Result.of(DIFFICULTY, TextNode.valueOf(parts[0]));
    return parts.length == 1 ? difficulty : difficulty.and(CATEGORY, TextNode.valueOf(parts[1].strip()));
  }
}
