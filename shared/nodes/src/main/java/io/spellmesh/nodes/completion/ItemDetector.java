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

/** Says what thing a sentence speaks of. */
public final class ItemDetector implements NodeType {
  static final Input<String> STRING = Input.text("string").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output ITEM = Output.text("detectedItem");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      Which thing does each of these speak of?

      Sentence, Thing: I hand the innkeeper two silver coins, two silver coins
      Sentence, Thing: She draws the curved dagger from her boot, curved dagger
      Sentence, Thing: Is the blue bottle for sale?, blue bottle
      Sentence, Thing: We walk on in silence, none
      Sentence, Thing:\s""");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("item-detector", "Item Detector").group("Models")
        .help("Names the thing that the sentence speaks of.")
        .alias(Alias.of("Item Detector").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .in(STRING, TRIGGER).out(ITEM, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(ITEM, TextNode.valueOf(
        FewShot.answer(run, EXAMPLES, run.need(STRING) + ",", 20, "\n", ITEM)));
  }
}
