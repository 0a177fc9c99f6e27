package io.spellmesh.nodes.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.spellmesh.engine.node.SpellCall;

/** Runs the spell with a name, and gives all its outputs. */
public final class SpellByName implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> NAME = Input.text("spellName")
      .help("Which spell. Wins over the card.");
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT)
      .help("Goes to its Input, unless the inputs say otherwise.");
  static final Input<ObjectNode> INPUTS = Input.object("inputs")
      .help("What it is given: an object with a field for each of its inputs.");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUTS = Output.of("outputs", SocketType.OBJECT)
      .help("What it gave: an object with a field for each of its outputs.");
  static final Control.Text ON_CARD = new Control.Text("spellName", "Spell name", "")
      .help("Which spell, by its name in this project, or by its id.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("spell-by-name", "Spell By Name").group("Spells")
        .help("Runs the spell with this name and gives an object of its outputs. The event goes to its Input, unless "
            + "the inputs say otherwise.")
        .in(TRIGGER, NAME, EVENT, INPUTS).out(DONE, OUTPUTS).control(ON_CARD).effect(Effect.PURE)
        .role(new Role.Caller()).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.answer().map(outputs -> Result.of(OUTPUTS, outputs)).orElseGet(() -> Result.calling(new SpellCall(
        Named.of(run, NAME, ON_CARD), run.find(INPUTS).orElseGet(JsonNodeFactory.instance::objectNode),
        run.find(EVENT))));
  }
}
