package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import java.util.Optional;

/** Reads what a person set on a node, as leniently as saved spells need it: numbers as text, and so on. */
final class Controls {
  private Controls() {}

  static String read(ObjectNode data, Control.Text control) {
    return saved(data, control).map(Values::text).orElse(control.byDefault());
  }

  static String read(ObjectNode data, Control.Code control) {
    return saved(data, control).map(Values::text).orElse(control.byDefault());
  }

  static double read(ObjectNode data, Control.Number control) {
    Optional<JsonNode> value = saved(data, control)
        .filter(saved -> !(saved.isTextual() && saved.textValue().isBlank()));
    if (value.isEmpty()) {
      return control.byDefault();
    }
    double number;
    try {
      number = Values.number(value.get());
    } catch (NodeFailure noNumber) {
      throw refuse(control, value.get(), "must be a number");
    }
    if (number < control.min() || number > control.max()) {
      throw refuse(control, value.get(),
          "must be from " + Values.number(control.min()) + " to " + Values.number(control.max()));
    }
    return number;
  }

  static String read(ObjectNode data, Control.Choice control) {
    Optional<JsonNode> value = saved(data, control)
        .filter(saved -> !(saved.isTextual() && saved.textValue().isBlank()));
    if (value.isEmpty()) {
      return control.byDefault();
    }
    String chosen = Values.text(value.get());
    if (!control.choices().contains(chosen)) {
      throw refuse(control, value.get(), "must be one of " + String.join(", ", control.choices()));
    }
    return chosen;
  }

  static boolean read(ObjectNode data, Control.Toggle control) {
    return saved(data, control)
        .map(value -> value.isTextual() ? value.textValue().equalsIgnoreCase("true") : Values.truthy(value))
        .orElse(control.byDefault());
  }

  static Optional<JsonNode> read(ObjectNode data, Control.Json control) {
    return saved(data, control).or(control::byDefault);
  }

  private static Optional<JsonNode> saved(ObjectNode data, Control control) {
    return Optional.ofNullable(data.get(control.key())).filter(value -> !value.isNull());
  }

  private static NodeFailure refuse(Control control, JsonNode value, String right) {
    return new NodeFailure(control.label() + " is " + value + ", " + right);
  }
}
