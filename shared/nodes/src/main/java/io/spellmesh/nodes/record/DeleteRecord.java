package io.spellmesh.nodes.record;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Takes rows out of a table. */
public final class DeleteRecord implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("delete-record", "Delete Record").group("Records")
        .help("Takes every row out of the table whose column has the value, and gives those it took.")
        .in(Table.VALUE, Table.CONDITION, TRIGGER).out(DONE, RESULT).control(Table.PROVIDER, Table.TABLE)
        .effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(RESULT, Table.rows(run, Table.changing("DELETE", Table.path(run) + Table.needFilter(run))));
  }
}
