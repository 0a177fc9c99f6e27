package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.text.JsonText;
import java.util.ArrayList;
import java.util.List;

/** The JSON-RPC messages of an answer: one, several, or one for each event of a stream. */
final class McpMessages {
  private static final String DATA = "data:";

  private McpMessages() {}

  /** @throws NodeFailure if it is no JSON */
  static List<JsonNode> of(HttpAnswer answer) {
    try {
      List<JsonNode> messages = new ArrayList<>();
      for (String json : answer.type().startsWith("text/event-stream") ? events(answer.text())
          : List.of(answer.text())) {
        JsonNode message = JsonText.read(json);
        if (message.isArray()) {
          message.forEach(messages::add);
        } else {
          messages.add(message);
        }
      }
      return messages;
    } catch (NodeFailure noJson) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered with what is no JSON-RPC");
    }
  }

  /** The data of each event, without those that have none. */
  private static List<String> events(String stream) {
    List<String> events = new ArrayList<>();
    StringBuilder data = new StringBuilder();
    // The empty line at the end is there even if the stream broke off before it.
    for (String line : (stream + "\n\n").split("\r\n|\r|\n", -1)) {
      if (line.startsWith(DATA)) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(DATA.length()).stripLeading());
      } else if (line.isEmpty() && !data.toString().isBlank()) {
        events.add(data.toString());
        data.setLength(0);
      }
    }
    return events;
  }
}
