package io.spellmesh.nodes.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Changes rows of a table. */
public final class UpdateRecord implements NodeType {
  static final Input<JsonNode> DATA = Input.any("data").of(SocketType.OBJECT).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("update-record", "Update Record").group("Records")
        .help("Writes the fields of the object into every row of the table whose column has the value, and gives these rows.")
        .in(DATA, Table.VALUE, Table.CONDITION, TRIGGER).out(DONE, RESULT).control(Table.PROVIDER, Table.TABLE)
        .effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(RESULT, Table.rows(run,
        Table.changing("PATCH", Table.path(run) + Table.needFilter(run)).with(Table.data(run, DATA))));
  }
}
