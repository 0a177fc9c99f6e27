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
import java.util.Map;

/** Shows a value in the playtest window; it is a result of the run too. */
public final class PlaytestPrint implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> TEXT = Input.any("text");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "");

  private static final Map<String, String> OLD_KEYS = Map.of("data", "trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("playtest-print", "Playtest Print").group("Input and output")
        .help("Shows the value it gets in the playtest window.")
        .alias(Alias.of("Playtest Print").withInputs(OLD_KEYS).withOutputs(OLD_KEYS))
        .in(TRIGGER, TEXT).out(DONE).control(NAME).effect(Effect.PURE)
        .role(new Role.ValueExit(TEXT)).build();
  }

  /** The engine takes the value from the socket; there is nothing left to do. */
  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
