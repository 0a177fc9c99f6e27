package io.spellmesh.nodes.logic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import java.util.List;
import java.util.Optional;

/** Tries what hangs on it, and goes another way if something there fails. */
public final class TryCatch implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> INPUT = Input.any("input")
      .help("A value that what is tried may read, at the output value.");
  static final Output TRY = Output.trigger("try")
      .help("What hangs here is tried: its first error ends it and goes to catch.");
  static final Output VALUE = Output.any("value")
      .help("The value that came in, for what is tried.");
  static final Output CAUGHT = Output.trigger("catch")
      .help("Goes off once when something that is tried fails.");
  static final Output MESSAGE = Output.text(Role.MESSAGE)
      .help("What went wrong, once catch has gone off.");
  static final Output DONE = Output.trigger("done")
      .help("Goes off when all that is tried has come to its end without an error.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("try-catch", "Try Catch").group("Logic")
        .help("Fires 'try', with the input at 'value', and 'done' when all that hangs on it has come to its "
            + "end. If something there fails, it fires 'catch' instead and gives the message.")
        .in(TRIGGER, INPUT).out(TRY, VALUE, CAUGHT, MESSAGE, DONE).effect(Effect.PURE)
        .role(new Role.Loop(TRY, VALUE, Output.any("index"), DONE, Optional.of(CAUGHT))).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.iterate(List.of(run.find(INPUT).orElse(NullNode.getInstance())), 1);
  }
}
