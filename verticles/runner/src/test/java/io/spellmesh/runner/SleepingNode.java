package io.spellmesh.runner;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Waiting;
import java.time.Instant;

/** Waits for {@code data.seconds}, and gives the time to which it has waited. */
public final class SleepingNode implements NodeType {
  private static final Output OUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-sleeping", "Sleeping").in(Input.trigger("trigger"))
        .out(Output.trigger("trigger"), OUT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.answer().map(time -> Result.of(OUT, time)).orElseGet(() -> Result.waiting(
        new Waiting.Until(Instant.now().plusSeconds(run.data().path("seconds").asInt()))));
  }
}
