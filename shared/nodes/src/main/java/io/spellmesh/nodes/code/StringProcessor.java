package io.spellmesh.nodes.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.CodeAsk;
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

/** Calls a function in JavaScript with one text. */
public final class StringProcessor implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> INPUT = Input.text("input")
      .help("The text that the function is given.");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code CODE = new Control.Code("code", "Code", "(input) => ({ output: input })", "javascript")
      .help("A function in JavaScript that is given the text and returns an object with a field for each output.");
  static final Control.Sockets OUTPUTS = new Control.Sockets("outputs", "Outputs", SocketType.STRING)
      .help("Values that the function returns, by name.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("string-processor", "String Processor").group("Code")
        .help("Calls a function in JavaScript with a text, and gives the fields of the object that it returns.")
        .in(INPUT, TRIGGER).out(DONE).control(CODE, OUTPUTS).effect(Effect.PURE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode given = run.code(new CodeAsk(run.control(CODE), "input",
        List.of(TextNode.valueOf(run.find(INPUT).orElse("")))));
    return Result.of(Returned.outputs(given, run.outputs()));
  }
}
