package io.spellmesh.nodes.io;

import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import java.util.Map;
import java.util.Optional;

/** What a person types into the playtest window, and a trigger to begin with. */
public final class PlaytestInput implements NodeType {
  static final Output TEXT = Output.text("text");
  static final Output TRIGGER = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "");

  private static final Map<String, String> OLD_OUTPUTS = Map.of("data", "trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("playtest-input", "Playtest Input").group("Input and output")
        .help("Gives what was typed into the playtest window and starts what hangs on its trigger.")
        .alias(Alias.of("Playtest Input").withOutputs(OLD_OUTPUTS))
        .alias(Alias.of("Console Input").withOutputs(OLD_OUTPUTS))
        .alias(Alias.of("Input With Run").withOutputs(OLD_OUTPUTS))
        .out(TEXT, TRIGGER).control(NAME).effect(Effect.PURE)
        .role(new Role.PlaytestEntry(Optional.of(TEXT), TRIGGER)).build();
  }

  /** The engine holds the value; there is nothing left to do. */
  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
