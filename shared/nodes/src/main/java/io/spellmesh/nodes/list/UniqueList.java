package io.spellmesh.nodes.list;

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
import java.util.HashSet;
import java.util.Set;

/** A list without what it has twice. */
public final class UniqueList implements NodeType {
  static final Input<ArrayNode> LIST = Input.list("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output UNIQUE = Output.of("output", SocketType.ARRAY);
  static final Control.Text FIELD = new Control.Text("field", "By the field (empty: the element itself)", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("unique-list", "Unique List").group("Lists")
        .help("Gives the list with each element once, where it came first. With a field on the card, elements "
            + "are the same if that field is.")
        .in(LIST, TRIGGER).out(DONE, UNIQUE).control(FIELD).effect(Effect.PURE).build();
  }

  /** Told apart by their JSON, whose hash nobody can make collide on purpose as easily as a number's. */
  @Override
  public Result run(NodeRun run) {
    String field = run.control(FIELD).strip();
    ArrayNode unique = JsonNodeFactory.instance.arrayNode();
    Set<String> seen = new HashSet<>();
    run.find(LIST).ifPresent(list -> list.forEach(element -> {
      if (seen.add((field.isEmpty() ? element : element.path(field)).toString())) {
        unique.add(element);
      }
    }));
    return Result.of(UNIQUE, unique);
  }
}
