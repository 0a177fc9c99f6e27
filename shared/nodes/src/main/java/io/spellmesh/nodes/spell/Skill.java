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

/** Has a spell do something with a text, as a step of a task. */
public final class Skill implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> NAME = Input.text("spellName")
      .help("Which spell. Wins over the card.");
  static final Input<JsonNode> CONTENT = Input.any("content").of(SocketType.STRING)
      .help("Goes to its Input.");
  static final Input<JsonNode> TASK = Input.any("task").of(SocketType.TASK)
      .help("Goes to its input called task.");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output")
      .help("What its output called Output gave.");
  static final Control.Text ON_CARD = new Control.Text("spellName", "Spell name", "")
      .help("Which spell, by its name in this project, or by its id.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("skill", "Skill").group("Spells")
        .help("Runs the spell with this name on a content, and gives its Output. The content goes to its Input, the "
            + "task to the input that is called task.")
        .in(TRIGGER, NAME, CONTENT, TASK).out(DONE, OUTPUT).control(ON_CARD).effect(Effect.PURE)
        .role(new Role.Caller()).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.answer().map(outputs -> Outcome.text(outputs, OUTPUT)).orElseGet(() -> {
      ObjectNode inputs = JsonNodeFactory.instance.objectNode();
      run.find(TASK).ifPresent(task -> inputs.set(TASK.key(), task));
      return Result.calling(new SpellCall(Named.of(run, NAME, ON_CARD), inputs, run.find(CONTENT)));
    });
  }
}
