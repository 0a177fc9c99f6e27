package io.spellmesh.nodes.io;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/**
 * Answers before the run has ended: whoever follows the run sees the text at once, and has it with the step's {@code
 * node.completed}, which is written down before the run goes on far.
 */
public final class Respond implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> VALUE = Input.any("input").needed()
      .help("What is shown at once, while the run goes on.");
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT)
      .help("Is not read; spells of old have it.");
  static final Output DONE = Output.trigger("trigger");
  static final Output SAID = Output.any("output")
      .help("The same text, for what follows.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("respond", "Respond").group("Input and output")
        .help("Gives an answer while the run goes on: its text is shown at once to whoever follows the run.")
        .in(TRIGGER, VALUE, EVENT).out(DONE, SAID).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode said = run.need(VALUE);
    run.stream(SAID, Values.text(said));
    return Result.of(SAID, said);
  }
}
