package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** An object with one field more, or another value in it. */
public final class SetValue implements NodeType {
  static final Input<ObjectNode> OBJECT = Input.object("object")
      .help("The object to begin with; an empty one if none is wired.");
  static final Input<JsonNode> VALUE = Input.any("value")
      .help("What the field is set to; if none is wired, the field is taken away.");
  static final Input<String> KEY = Input.text("key")
      .help("Which field. Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output CHANGED = Output.of("output", SocketType.OBJECT)
      .help("The object with the change; the one that came in stays as it is.");
  static final Control.Text FIELD = new Control.Text("key", "Field", "")
      .help("Which field is set.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("set-value", "Set Value").group("Data")
        .help("Gives the object with the value as one of its fields; without a value, with the field taken "
            + "away. A wired key wins over the card.")
        .in(OBJECT, VALUE, KEY, TRIGGER).out(DONE, CHANGED).control(FIELD).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode changed = JsonNodeFactory.instance.objectNode();
    run.find(OBJECT).ifPresent(changed::setAll);
    String key = run.find(KEY).orElseGet(() -> run.control(FIELD));
    if (key.isEmpty()) {
      throw new NodeFailure("needs the name of a field, here or on the card").at(KEY);
    }
    run.find(VALUE).ifPresentOrElse(value -> changed.set(key, value), () -> changed.remove(key));
    return Result.of(CHANGED, changed);
  }
}
