package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Each object of a list with some of its fields only. */
public final class RemapArray implements NodeType {
  static final Input<ArrayNode> LIST = Input.list("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OBJECTS = Output.of("output", SocketType.ARRAY);
  static final Control.Text FIELDS = new Control.Text("values", "Fields, with commas between", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("remap-array", "Remap Array").group("Lists")
        .help("Gives a list of objects with no other fields than those on the card.")
        .in(LIST, TRIGGER).out(DONE, OBJECTS).control(FIELDS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    Set<String> wanted = Arrays.stream(run.control(FIELDS).split(",")).map(String::strip)
        .collect(Collectors.toSet());
    ArrayNode objects = JsonNodeFactory.instance.arrayNode();
    run.find(LIST).ifPresent(list -> list.forEach(element -> {
      ObjectNode kept = objects.addObject();
      element.properties().forEach(field -> {
        if (wanted.contains(field.getKey())) {
          kept.set(field.getKey(), field.getValue());
        }
      });
    }));
    return Result.of(OBJECTS, objects);
  }
}
