package io.spellmesh.nodes.chance;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;

/** Sends the trigger one of many ways, by chance. */
public final class RandomGate implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Control.Sockets WAYS = new Control.Sockets("outputs", "Ways", SocketType.TRIGGER);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("random-gate", "Random Gate").group("Chance")
        .help("Fires one of its outputs, by chance, each as often as any other.")
        .in(TRIGGER).control(WAYS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    List<Output> ways = run.outputs().stream().filter(Output::isTrigger).toList();
    return ways.isEmpty() ? Result.nothing()
        : Result.fire(ways.get(Chance.of(run).nextInt(ways.size())));
  }
}
