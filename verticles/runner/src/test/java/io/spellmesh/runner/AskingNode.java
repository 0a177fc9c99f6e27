package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Asks the mesh what it is given, and gives the answer. */
public final class AskingNode implements NodeType {
  static final Operation<Said, Said> ORACLE = Operation.at("spellmesh.test.oracle", Said.class, Said.class);

  private static final Input<Void> IN = Input.trigger("trigger");
  private static final Input<String> TEXT = Input.text("text");
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");

  record Said(String text) {}

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-asking", "Asking").in(IN, TEXT).out(ON, OUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(OUT, TextNode.valueOf(run.ask(ORACLE, new Said(run.need(TEXT))).text()));
  }
}
