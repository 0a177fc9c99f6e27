package io.spellmesh.nodes.io;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Another spell as one node of this one. Its sockets are the other spell's inputs and outputs. */
public final class Spell implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT)
      .help("What the spell is about: goes to its Input, unless that has a socket of its own.");
  static final Input<JsonNode> STATE = Input.any("state").of(SocketType.OBJECT)
      .help("Goes to the input of that name in the spell, if it has one.");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text ID = new Control.Text("spellId", "Spell id", "")
      .help("Which spell, as older files say it.");
  static final Control.Text BY_NAME = new Control.Text("spell", "Spell", "")
      .help("Which spell, by its id or name.");
  static final Control.Text OTHER_NAME = new Control.Text("spellName", "Spell name", "")
      .help("What the spell was called when the node was drawn; it is looked for by that if the id is not "
          + "known here.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Inputs", SocketType.ANY)
      .help("Sockets that go to the inputs of the same name in the spell.");
  static final Control.Sockets OUTPUTS = new Control.Sockets("outputs", "Outputs", SocketType.ANY)
      .help("Sockets for the outputs of the same name in the spell.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("spell", "Spell").group("Input and output")
        .help("Runs another spell with the values at its sockets and gives that spell's outputs. An event goes to its "
            + "Input, unless that has a socket of its own.")
        .in(TRIGGER, EVENT, STATE).out(DONE).control(ID, BY_NAME, OTHER_NAME, INPUTS, OUTPUTS)
        .effect(Effect.PURE).role(new Role.SubSpell(EVENT)).build();
  }

  @Override
  public Result run(NodeRun run) {
    throw new IllegalStateException("the engine runs the spell itself, in a scope of its own");
  }
}
