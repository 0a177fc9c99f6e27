package io.spellmesh.nodes.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
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
import java.util.List;
import java.util.stream.IntStream;

/** Runs what hangs on it a number of times. Its keys are the wrong way round, as saved spells have them. */
public final class WhileLoop implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("act1").named("trigger");
  static final Output DONE = Output.trigger("true").named("Done")
      .help("Goes off once, when it has been repeated often enough.");
  static final Output EACH = Output.trigger("false").named("Loop")
      .help("Goes off once for each time; what hangs here is repeated.");
  static final Output ELEMENT = Output.of("element", SocketType.NUMBER)
      .help("The number of the time, from 0.");
  static final Output INDEX = Output.of("index", SocketType.NUMBER)
      .help("The number of the time, from 0.");
  /** More than the steps of a run could be gone through by none. */
  static final Control.Number TIMES = new Control.Number("recursionTimes", "Times", 1, 0, 10_000)
      .help("How often it is repeated.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("while-loop", "While Loop").group("Loops")
        .help("Fires 'Loop' as many times as it is told, one after the other, and then 'Done'.")
        .in(TRIGGER).out(DONE, EACH, ELEMENT, INDEX).control(TIMES).effect(Effect.PURE)
        .role(new Role.Loop(EACH, ELEMENT, INDEX, DONE)).build();
  }

  @Override
  public Result run(NodeRun run) {
    List<JsonNode> rounds =
        IntStream.range(0, (int) run.control(TIMES)).<JsonNode>mapToObj(IntNode::valueOf).toList();
    return Result.iterate(rounds, 1);
  }
}
