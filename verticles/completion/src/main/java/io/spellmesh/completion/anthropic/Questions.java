package io.spellmesh.completion.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.ToolCall;
import java.util.List;
import java.util.stream.Collectors;

/** Questions as the server reads them: roles take turns, and the user begins. */
final class Questions {
  /** The server wants to be told; as much as its older models can. */
  private static final int MOST_TOKENS = 4_096;
  private static final double HIGHEST_TEMPERATURE = 1;

  private Questions() {}

  static ObjectNode of(Chat chat, String model) {
    Sampling sampling = chat.sampling().orElse(Sampling.USUAL);
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("model", model)
        .put("max_tokens", sampling.maxTokens().orElse(MOST_TOKENS)).put("stream", true);
    sampling.temperature().ifPresent(value -> question.put("temperature", Math.min(value, HIGHEST_TEMPERATURE)));
    sampling.topP().ifPresent(value -> question.put("top_p", value));
    // A stop that is nothing but space is refused.
    List<String> stops = sampling.stop().orElse(List.of()).stream().filter(stop -> !stop.isBlank()).toList();
    if (!stops.isEmpty()) {
      stops.forEach(question.putArray("stop_sequences")::add);
    }
    String system = chat.messages().stream().filter(message -> message.role() == Role.SYSTEM)
        .map(Message::content).collect(Collectors.joining("\n\n"));
    List<Message> said = chat.messages().stream().filter(message -> message.role() != Role.SYSTEM).toList();
    if (!system.isEmpty() && !said.isEmpty()) {
      question.put("system", system);
    }
    question.set("messages", messages(said.isEmpty() ? List.of(new Message(Role.USER, system)) : said));
    chat.function().ifPresent(function -> tool(question, function.path("name").asText(),
        function.path("description").asText(), function.path("parameters")));
    chat.tools().ifPresent(tools -> tools.forEach(tool ->
        tool(question, tool.name(), tool.description(), tool.parameters())));
    return question;
  }

  private static void tool(ObjectNode question, String name, String description, JsonNode parameters) {
    ObjectNode tool = question.withArray("tools").addObject().put("name", name).put("description", description);
    if (parameters.isObject()) {
      tool.set("input_schema", parameters);
    } else {
      tool.putObject("input_schema").put("type", "object");
    }
  }

  private static ArrayNode messages(List<Message> said) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    if (said.getFirst().role() == Role.ASSISTANT) {
      turn(messages, "user").addObject().put("type", "text").put("text", "…");
    }
    said.forEach(message -> put(message, turn(messages, message.role() == Role.ASSISTANT ? "assistant" : "user")));
    return messages;
  }

  /** The blocks of the turn that is this role's. */
  private static ArrayNode turn(ArrayNode messages, String role) {
    if (!messages.isEmpty() && messages.get(messages.size() - 1).path("role").asText().equals(role)) {
      return (ArrayNode) messages.get(messages.size() - 1).get("content");
    }
    return messages.addObject().put("role", role).putArray("content");
  }

  private static void put(Message message, ArrayNode blocks) {
    if (message.answers().isPresent()) {
      blocks.addObject().put("type", "tool_result").put("tool_use_id", message.answers().get())
          .put("content", message.content());
    } else if (!message.content().isEmpty()) {
      blocks.addObject().put("type", "text").put("text", message.content());
    }
    for (ToolCall call : message.calls().orElse(List.of())) {
      blocks.addObject().put("type", "tool_use").put("id", call.id()).put("name", call.name())
          .set("input", argumentsOf(call));
    }
  }

  /** The server takes objects alone, and models do not always write one. */
  private static ObjectNode argumentsOf(ToolCall call) {
    try {
      return Wire.read(call.arguments(), ObjectNode.class);
    } catch (Failure noObject) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
