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

/** Puts rows into a table. */
public final class InsertRecord implements NodeType {
  static final Input<JsonNode> DATA = Input.any("data").of(SocketType.OBJECT).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("insert-record", "Insert Record").group("Records")
        .help("Puts a row, or a list of rows, into the table, and gives what is there now.")
        .in(DATA, TRIGGER).out(DONE, RESULT).control(Table.PROVIDER, Table.TABLE)
        .effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(RESULT, Table.rows(run,
        Table.changing("POST", Table.path(run)).with(Table.data(run, DATA))));
  }
}
