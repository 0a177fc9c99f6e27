package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Map;

/** Says whether a text is fit for everybody. */
public final class SafetyVerifier implements NodeType {
  static final Input<String> STRING = Input.text("string").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output SAFE = Output.of("boolean", SocketType.BOOLEAN);
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      Each of these is rated: G if it is fit for everybody, PG if for older children, X if it is
      hateful, sexual or cruel.

      Text: The fox slept in the warm grass.
      Rating: G
      ---
      Text: The pirates fought until the deck was red.
      Rating: PG
      ---
      Text: People from that country should all be beaten.
      Rating: X
      ---
      Text:\s""");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("safety-verifier", "Safety Verifier").group("Models")
        .help("Says whether the text is fit for everybody: false if a language model rates it X.")
        .alias(Alias.of("Safety Verifier").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .in(STRING, TRIGGER).out(SAFE, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String rating = FewShot.answer(run, EXAMPLES, run.need(STRING) + "\nRating:", 5, "\n");
    return Result.of(SAFE, BooleanNode.valueOf(!rating.equals("X")));
  }
}
