package io.spellmesh.nodes.state;

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
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.StateChange;

/** Makes the spell remember the values at its sockets. */
public final class StateWrite implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Names", SocketType.ANY)
      .help("What is kept, by name: for this spell and the person who runs it, from run to run.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("state-write", "State Write").group("State")
        .help("Makes the spell remember the values at its sockets under their names. A list that is there grows by "
            + "the value, an object by its fields.")
        .in(TRIGGER).out(DONE).control(INPUTS).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    run.inputs().forEach(values::set);
    if (!values.isEmpty()) {
      run.changeState(new StateChange(values, StateChange.How.GROW));
    }
    return Result.nothing();
  }
}
