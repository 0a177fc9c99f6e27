package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a function is called with, as spells write it. */
final class Arguments {
  private Arguments() {}

  /** A list; or text that is one, as JSON or with commas between. */
  static List<JsonNode> of(Optional<JsonNode> given) {
    JsonNode value = given.orElseGet(JsonNodeFactory.instance::arrayNode);
    if (value.isTextual()) {
      return of(value.textValue().strip());
    }
    List<JsonNode> arguments = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(arguments::add);
    } else if (!value.isNull()) {
      arguments.add(value);
    }
    return arguments;
  }

  private static List<JsonNode> of(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.startsWith("[")) {
      try {
        return of(Optional.of(Wire.read(text, JsonNode.class)));
      } catch (Failure unreadable) {
        throw new NodeFailure("got arguments that are no JSON, needs a list such as [\"0x…\", 5]");
      }
    }
    return Arrays.stream(text.split(",")).<JsonNode>map(part -> TextNode.valueOf(part.strip())).toList();
  }
}
