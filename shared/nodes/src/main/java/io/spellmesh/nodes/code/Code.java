package io.spellmesh.nodes.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.spellmesh.engine.node.StateChange;
import java.util.List;

/** Calls a function that is written on the card, in JavaScript. */
public final class Code implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Code CODE = new Control.Code("code", "Code", """
      // inputs: the values at the sockets, by name
      // data: what is saved with this node
      // state: what the spell remembers; a field 'state' of what it returns is merged into that
      // The object it returns has a field for each output.
      function worker(inputs, data, state) {
        return { output: inputs.input };
      }
      """, "javascript")
      .help("A function worker(inputs, data, state) in JavaScript that returns an object with a field for "
          + "each output. What it writes to console shows with the node.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Inputs", SocketType.ANY)
      .help("Values that the function finds in inputs, by name.");
  static final Control.Sockets OUTPUTS = new Control.Sockets("outputs", "Outputs", SocketType.ANY)
      .help("Values that the function returns, by name.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("code", "Code").group("Code")
        .help("Calls a function in JavaScript with the values at its sockets, and gives the fields of the object "
            + "that it returns.")
        .alias("Javascript")
        .in(TRIGGER).out(DONE).control(NAME, CODE, INPUTS, OUTPUTS).effect(Effect.PURE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String source = run.control(CODE);
    ObjectNode state = speaksOfState(source) ? run.state() : JsonNodeFactory.instance.objectNode();
    JsonNode given = run.code(new CodeAsk(source, "input", List.of(inputs(run), run.data(), state)));
    // Written once for the step, whatever becomes of the run; so the body may be run again like any other.
    if (given.path("state") instanceof ObjectNode change) {
      StateChange merged = new StateChange(change, StateChange.How.SET);
      if (!merged.applyTo(state).equals(state)) {
        run.changeState(merged);
      }
    }
    return Result.of(Returned.outputs(given, run.outputs()));
  }

  /** Most code does not, and does not wait for it. */
  private static boolean speaksOfState(String source) {
    return source.contains("state") || source.contains("arguments") || source.contains("...");
  }

  /** By name, and where a socket has another key than its name, by that as well. */
  private static ObjectNode inputs(NodeRun run) {
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    run.inputs().forEach(inputs::set);
    for (JsonNode socket : run.data().path("inputs")) {
      String key = socket.path("socketKey").asText();
      run.input(key).filter(value -> !inputs.has(key)).ifPresent(value -> inputs.set(key, value));
    }
    return inputs;
  }
}
