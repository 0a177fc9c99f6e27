package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes an object apart: each output gives the field it is named after. */
public final class GetValuesFromObject implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> OBJECT = Input.any("object").of(SocketType.OBJECT)
      .help("The object that has the fields.");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Sockets OUTPUTS = new Control.Sockets("outputs", "Fields", SocketType.ANY)
      .help("The fields that are wanted, by name.");

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("get-values-from-object", "Get Values From Object").group("Data")
        .help("Gives at each output that is added to it the object's field of that name; of a list the element "
            + "of that number, counted from 0, or its length.")
        .alias("Destructure")
        .in(TRIGGER, OBJECT).out(DONE).control(OUTPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<JsonNode> object = run.find(OBJECT);
    object.filter(value -> !value.isContainerNode()).ifPresent(value ->
        run.log("warn", "got " + kind(value) + ", needs an object to take values from"));
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Output output : run.outputs()) {
      if (!output.isTrigger()) {
        object.flatMap(value -> field(value, output)).ifPresent(value -> values.put(output.key(), value));
      }
    }
    return Result.of(values);
  }

  private static Optional<JsonNode> field(JsonNode object, Output output) {
    return field(object, output.key()).or(() -> field(object, output.name()));
  }

  /** Older spells take lists apart with it, too, as JavaScript does. */
  private static Optional<JsonNode> field(JsonNode object, String name) {
    if (object.isArray()) {
      return name.equals("length") ? Optional.of(IntNode.valueOf(object.size()))
          : Optional.of(name).filter(NUMBER.asMatchPredicate()).map(index -> object.get(Integer.parseInt(index)));
    }
    return Optional.ofNullable(object.get(name));
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING, BINARY -> "text";
      case NULL, MISSING -> "null";
      case OBJECT, POJO -> "an object";
    };
  }
}
