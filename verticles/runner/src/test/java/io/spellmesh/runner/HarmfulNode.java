package io.spellmesh.runner;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** A {@link HeldNode} whose body must not be run twice. */
public final class HarmfulNode implements NodeType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-harmful", "Harmful").in(Input.trigger("trigger"))
        .out(Output.trigger("trigger"), Output.text("output")).effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return new HeldNode().run(run);
  }
}
