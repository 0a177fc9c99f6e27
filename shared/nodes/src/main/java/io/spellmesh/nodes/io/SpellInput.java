package io.spellmesh.nodes.io;

import com.fasterxml.jackson.databind.JsonNode;
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

/** A named input of the spell: the value a run is given for it, and a trigger to begin with. */
public final class SpellInput implements NodeType {
  static final Output VALUE = Output.any("output")
      .help("The value that the run is given under this name, else the default.");
  static final Output TRIGGER = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "Input")
      .help("Under which a run is given the value.");
  static final Control.Text KIND = new Control.Text("inputType", "Where it comes from", "Default")
      .help("Where older programs took it from; here whoever runs the spell gives it.");
  static final Control.Toggle USE_DEFAULT = new Control.Toggle("useDefault", "Use the default value", false)
      .help("Keeps what is typed into the playtest for other inputs. The default counts whenever a run gives none.");
  static final Control.Json DEFAULT = new Control.Json("defaultValue", "Default value",
      Optional.<JsonNode>empty())
      .help("What it is when a run gives none.");
  /** For the editor alone: a run gives each input what it is given by name. */
  static final Control.Toggle RECEIVES = new Control.Toggle("receivePlaytest", "Receive from playtest", true)
      .help("What is typed into the playtest comes here; if no input says so, it comes to the first.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("input", "Input").group("Input and output")
        .help("Brings a value into the spell under its name and starts what hangs on its trigger.")
        .alias(Alias.of("Input").withOutputs(Map.of("text", "output"))
            .when(saved -> !TextField.isMeantBy(saved)))
        .alias("Universal Input").alias("Module Input").alias("Socket Input")
        .out(VALUE, TRIGGER).control(NAME, KIND, USE_DEFAULT, DEFAULT, RECEIVES).effect(Effect.PURE)
        .role(new Role.ValueEntry(VALUE, Optional.of(TRIGGER))).build();
  }

  /** The engine holds the value; there is nothing left to do. */
  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
