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

/** Tells what somebody does as a narrator would. */
public final class TenseTransformer implements NodeType {
  static final Input<String> TEXT = Input.text("text").needed();
  static final Input<String> NAME = Input.text("name").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output ACTION = Output.text("action");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      Each of these is told in the third person and the present tense, in good grammar.

      Ines: opened the gate
      Third Person: Ines opens the gate.
      ---
      Rolf: i will not pay for that
      Third Person: Rolf says, "I will not pay for that."
      ---
      Kay: am hungry and tired
      Third Person: Kay is hungry and tired.
      ---
      Juno: tell the guard we come in peace
      Third Person: Juno tells the guard that they come in peace.
      ---
      """);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("tense-transformer", "Tense Transformer").group("Models")
        .help("Tells what the named one does or says in the third person and the present tense.")
        .alias(Alias.of("Tense Transformer").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .in(TEXT, NAME, TRIGGER).out(ACTION, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(ACTION, TextNode.valueOf(
        FewShot.answer(run, EXAMPLES, run.need(NAME) + ": " + run.need(TEXT) + "\nThird Person:", 100, "\n",
            ACTION)));
  }
}
