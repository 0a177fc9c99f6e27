package io.spellmesh.nodes.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.SpellCall;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the spell that an object describes: by its {@code id}, else by its {@code name}. */
public final class RunSpell implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> SPELL = Input.any("spell").of(SocketType.OBJECT).needed()
      .help("Which spell: its id or name, or an object that has one of them.");
  static final Input<ObjectNode> INPUTS = Input.object("inputs")
      .help("What it is given: an object with a field for each of its inputs.");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output")
      .help("What its output called Output gave.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("run-spell", "Run Spell").group("Spells")
        .help("Runs the spell with the id or name of an object, or of a text, and gives its Output. The inputs are an "
            + "object by input name.")
        .in(TRIGGER, SPELL, INPUTS).out(DONE, OUTPUT).effect(Effect.PURE).role(new Role.Caller()).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.answer().map(outputs -> Outcome.text(outputs, OUTPUT)).orElseGet(() -> Result.calling(new SpellCall(
        run.need(SPELL.as(RunSpell::named)), run.find(INPUTS).orElseGet(JsonNodeFactory.instance::objectNode),
        Optional.empty())));
  }

  private static String named(JsonNode spell) {
    return Stream.of(spell, spell.path("id"), spell.path("name"))
        .filter(value -> value.isTextual() && !value.textValue().isBlank()).findFirst().map(JsonNode::textValue)
        .orElseThrow(() -> new NodeFailure("the spell has no 'id' and no 'name' that is a text"));
  }
}
