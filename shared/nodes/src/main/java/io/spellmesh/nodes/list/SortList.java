package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a list into order. */
public final class SortList implements NodeType {
  static final Input<ArrayNode> LIST = Input.list("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SORTED = Output.of("output", SocketType.ARRAY);
  static final Control.Text FIELD = new Control.Text("field", "By the field (empty: the element itself)", "");
  static final Control.Toggle DESCENDING = new Control.Toggle("descending", "Greatest first", false);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("sort-list", "Sort List").group("Lists")
        .help("Gives the list in order, by its elements or by one of their fields: numbers first, then texts, "
            + "then the rest as it was.")
        .in(LIST, TRIGGER).out(DONE, SORTED).control(FIELD, DESCENDING).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String field = run.control(FIELD).strip();
    Comparator<JsonNode> order = Comparator.comparing(element ->
        field.isEmpty() ? element : element.path(field), SortList::compare);
    return run.find(LIST).map(list -> {
      List<JsonNode> elements = new ArrayList<>();
      list.forEach(elements::add);
      elements.sort(run.control(DESCENDING) ? order.reversed() : order);
      return Result.of(SORTED, JsonNodeFactory.instance.arrayNode().addAll(elements));
    }).orElse(Result.nothing());
  }

  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return Double.compare(one.doubleValue(), other.doubleValue());
    }
    return one.isTextual() && other.isTextual() ? one.textValue().compareTo(other.textValue())
        : Integer.compare(rank(one), rank(other));
  }

  private static int rank(JsonNode value) {
    return value.isNumber() ? 0 : value.isTextual() ? 1 : 2;
  }
}
