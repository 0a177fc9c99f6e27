package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Asks a streaming operation that the test answers, and shows its parts. */
public final class ListeningNode implements NodeType {
  record Question(String text) {}

  record Answer(String text) {}

  static final StreamingOperation<Question, Answer> SPEAK =
      StreamingOperation.at("spellmesh.test.speak", Question.class, Answer.class);

  private static final Input<Void> IN = Input.trigger("trigger");
  private static final Input<String> STRING = Input.text("string");
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-listening", "Listening").in(IN, STRING).out(ON, OUT).effect(Effect.READ).waits()
        .build();
  }

  @Override
  public Result run(NodeRun run) {
    Answer answer = run.ask(SPEAK, new Question(run.need(STRING)), OUT);
    return Result.of(OUT, TextNode.valueOf(answer.text()));
  }
}
