package io.spellmesh.nodes.io;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import java.util.Map;

/** A named output of the spell: the first value that reaches it is part of the run's result. */
public final class SpellOutput implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> VALUE = Input.any("input")
      .help("The value that is a result of the run.");
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT)
      .help("Is not read; spells of old have it.");
  static final Output DONE = Output.trigger("trigger");
  static final Output PASSED = Output.any("output")
      .help("The same value, for what follows.");
  static final Control.Text NAME = new Control.Text("name", "Name", "Output")
      .help("Under which the run gives the value.");
  static final Control.Toggle PLAYTEST = new Control.Toggle("sendToPlaytest", "Show in the playtest", false)
      .help("Kept for older files: here the playtest shows every output.");

  private static final Map<String, String> OLD_INPUTS = Map.of("text", "input");
  private static final Map<String, String> OLD_OUTPUTS = Map.of("text", "output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("output", "Output").group("Input and output")
        .help("Makes the value it gets a result of the run, under its name.")
        .alias(Alias.of("Output").withInputs(OLD_INPUTS).withOutputs(OLD_OUTPUTS))
        .alias(Alias.of("Module Output").withInputs(OLD_INPUTS).withOutputs(OLD_OUTPUTS))
        .alias("Socket Output")
        .in(TRIGGER, VALUE, EVENT).out(DONE, PASSED).control(NAME, PLAYTEST).effect(Effect.PURE)
        .role(new Role.ValueExit(VALUE)).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(VALUE).map(value -> Result.of(PASSED, value)).orElse(Result.nothing());
  }
}
