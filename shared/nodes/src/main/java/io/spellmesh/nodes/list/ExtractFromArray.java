package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Optional;

/** One field of each object of a list. */
public final class ExtractFromArray implements NodeType {
  static final Input<ArrayNode> LIST = Input.list("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output VALUES = Output.of("output", SocketType.ARRAY);
  static final Control.Text FIELD = new Control.Text("value", "Field", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("extract-from-array", "Extract From Array").group("Lists")
        .help("Gives a list of what the objects of a list have in the field on the card; null where one has "
            + "no such field.")
        .in(LIST, TRIGGER).out(DONE, VALUES).control(FIELD).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String field = run.control(FIELD).strip();
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    run.find(LIST).ifPresent(list ->
        list.forEach(element -> values.add(Optional.ofNullable(element.get(field))
            .orElse(NullNode.getInstance()))));
    return Result.of(VALUES, values);
  }
}
