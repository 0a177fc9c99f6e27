package io.spellmesh.nodes.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Puts rows into a table, or over those with their keys. */
public final class UpsertRecord implements NodeType {
  static final Input<JsonNode> DATA = Input.any("data").of(SocketType.OBJECT).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("upsert-record", "Upsert Record").group("Records")
        .help("Puts a row, or a list of rows, into the table; one whose primary key is there already is written over.")
        .in(DATA, TRIGGER).out(DONE, RESULT).control(Table.PROVIDER, Table.TABLE)
        .effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    HttpAsk ask = HttpAsk.to("POST", Table.path(run)).with("Prefer",
        "resolution=merge-duplicates,return=representation");
    return Result.of(RESULT, Table.rows(run, ask.with(Table.data(run, DATA))));
  }
}
