package io.spellmesh.nodes.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.nodes.web.Answers;
import java.util.Optional;

/**
 * A table behind the PostgREST that is set up.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/api/tables_views.html">its API</a>
 */
final class Table {
  static final Control.Text PROVIDER = new Control.Text("db_provider", "Database (of old)", "supabase");
  static final Control.Text TABLE = new Control.Text("table", "Table", "");
  static final Input<String> VALUE = Input.text("value");
  static final Input<String> CONDITION = Input.text("condition").named("column");
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_ $-]{0,62}";

  private Table() {}

  static String path(NodeRun run) {
    return "/" + Answers.encoded(named("table", run.control(TABLE).strip()));
  }

  /** The rows whose column has the value; no filter if no column is wired. @param sign before it, ? or &amp; */
  static Optional<String> filter(NodeRun run, char sign) {
    return run.find(CONDITION).filter(column -> !column.isBlank()).map(column -> sign
        + Answers.encoded(named("column", column.strip())) + "=eq." + Answers.encoded(run.need(VALUE)));
  }

  /** The same, for what would change every row without. @throws NodeFailure if no column is wired */
  static String needFilter(NodeRun run) {
    return filter(run, '?').orElseThrow(() -> new NodeFailure(
        "has no column, needs one and its value at 'value', to know which rows are meant").at(CONDITION));
  }

  static String named(String what, String name) {
    if (!name.matches(NAME)) {
      throw new NodeFailure("has the " + what + " '" + name + "', needs its name");
    }
    return name;
  }

  /** @return the rows that are there, or were changed */
  static JsonNode rows(NodeRun run, HttpAsk ask) {
    return Answers.json(run.http(ask.with("Accept", "application/json").by("records")));
  }

  static HttpAsk changing(String method, String url) {
    return HttpAsk.to(method, url).with("Prefer", "return=representation");
  }

  /** A row, or several. */
  static JsonNode data(NodeRun run, Input<JsonNode> socket) {
    return run.need(socket.as(Table::rowsOf));
  }

  private static JsonNode rowsOf(JsonNode given) {
    JsonNode data = given.isTextual() ? parsed(given.textValue()) : given;
    if (!data.isObject() && !data.isArray()) {
      throw new NodeFailure("got " + data + ", needs an object");
    }
    return data;
  }

  private static JsonNode parsed(String text) {
    try {
      return Wire.read(text, JsonNode.class);
    } catch (Failure unreadable) {
      throw new NodeFailure("got text that is no JSON, needs an object");
    }
  }
}
