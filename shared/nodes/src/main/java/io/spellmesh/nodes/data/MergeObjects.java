package io.spellmesh.nodes.data;

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

/** Makes one object of an object and of the values at the other sockets. */
public final class MergeObjects implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<ObjectNode> OBJECT = Input.object("object")
      .help("The object to begin with.");
  static final Output DONE = Output.trigger("trigger");
  static final Output MERGED = Output.of("object", SocketType.OBJECT)
      .help("It with the fields of the sockets over its own.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Fields", SocketType.ANY)
      .help("Fields to be set, by name.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("merge-objects", "Merge Objects").group("Data")
        .help("Gives the object with the other values as fields of their sockets' names, which win.")
        .alias("Merge")
        .in(TRIGGER, OBJECT).out(DONE, MERGED).control(INPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    if (run.input(OBJECT.key()).filter(object -> !object.isNull()).isPresent()) {
      merged.setAll(run.need(OBJECT));
    }
    run.inputs().forEach((name, value) -> {
      if (!name.equals(OBJECT.name())) {
        merged.set(name, value);
      }
    });
    return Result.of(MERGED, merged);
  }
}
