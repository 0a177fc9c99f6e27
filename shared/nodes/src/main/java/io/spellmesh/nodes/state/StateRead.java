package io.spellmesh.nodes.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives what the spell remembers. */
public final class StateRead implements NodeType {
  static final Control.Sockets OUTPUTS = new Control.Sockets("outputs", "Names", SocketType.ANY)
      .help("What is read, by the name under which State Write or a Code node has kept it.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("state-read", "State Read").group("State")
        .help("Gives at each output that is added to it what the spell remembers under that name.")
        .control(OUTPUTS).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode state = run.state();
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Output output : run.outputs()) {
      if (!output.isTrigger()) {
        Optional.ofNullable(state.get(output.name())).or(() -> Optional.ofNullable(state.get(output.key())))
            .ifPresent(value -> values.put(output.key(), value));
      }
    }
    return Result.of(values);
  }
}
