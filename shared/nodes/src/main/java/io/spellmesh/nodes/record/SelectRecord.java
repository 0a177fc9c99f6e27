package io.spellmesh.nodes.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.web.Answers;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of a table. */
public final class SelectRecord implements NodeType {
  static final Input<JsonNode> COLUMNS = Input.any("columns");
  static final Control.Number LIMIT = new Control.Number("limit", "At most so many rows", 100, 1, 10_000);
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("select-record", "Select Record").group("Records")
        .help("Gives the rows of the table whose column has the value, or of any, with the columns that are wired or all.")
        .in(COLUMNS, Table.VALUE, Table.CONDITION, TRIGGER).out(DONE, RESULT).control(Table.PROVIDER, Table.TABLE, LIMIT)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String url = Table.path(run) + "?select=" + columns(run) + Table.filter(run, '&').orElse("")
        + "&limit=" + (int) run.control(LIMIT);
    return Result.of(RESULT, Table.rows(run, HttpAsk.to("GET", url)));
  }

  /** A list, or text with commas between. */
  private static String columns(NodeRun run) {
    List<String> names = new ArrayList<>();
    run.find(COLUMNS).filter(given -> !given.isNull()).ifPresent(given -> {
      if (given.isArray()) {
        given.forEach(name -> names.add(Values.text(name)));
      } else {
        names.addAll(List.of(Values.text(given).split(",")));
      }
    });
    List<String> columns = names.stream().map(String::strip).filter(name -> !name.isEmpty() && !name.equals("*"))
        .map(name -> Answers.encoded(Table.named("column", name))).toList();
    return columns.isEmpty() ? "*" : String.join(",", columns);
  }
}
