package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Gives its text as often as {@code data.times} says. */
public final class RepeatNode implements NodeType {
  private static final Input<Void> IN = Input.trigger("trigger");
  private static final Input<String> TEXT = Input.text("text");
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-repeat", "Repeat").in(IN, TEXT).out(ON, OUT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(OUT, TextNode.valueOf(run.need(TEXT).repeat(run.data().path("times").asInt(1))));
  }
}
