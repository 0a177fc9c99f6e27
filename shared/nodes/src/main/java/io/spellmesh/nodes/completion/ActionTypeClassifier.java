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

/** Says what kind of action a sentence tells of. */
public final class ActionTypeClassifier implements NodeType {
  static final Input<String> ACTION = Input.text("action").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output ACTION_TYPE = Output.text("actionType");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      What kind of action is each of these?
      Kinds: look, get, use, craft, dialog, movement, travel, combat, consume, other

      Action, Kind: peer through the keyhole, look
      Action, Kind: put the lantern into my bag, get
      Action, Kind: pull the rusty lever, use
      Action, Kind: weave a rope from the reeds, craft
      Action, Kind: ask the ferryman what he charges, dialog
      Action, Kind: crawl under the fallen beam, movement
      Action, Kind: ride to the harbour town, travel
      Action, Kind: parry the blow and strike back, combat
      Action, Kind: drink from the spring, consume
      Action, Kind: wonder what tomorrow brings, other
      Action, Kind:\s""");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("action-type-classifier", "Action Type Classifier").group("Models")
        .help("Says what kind of action it is: look, get, use, craft, dialog, movement, travel, "
            + "combat, consume or other.")
        .alias(Alias.of("Action Type Classifier").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .in(ACTION, TRIGGER).out(ACTION_TYPE, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(ACTION_TYPE, TextNode.valueOf(
        FewShot.answer(run, EXAMPLES, run.need(ACTION) + ",", 10, "\n", ACTION_TYPE)));
  }
}
