package io.spellmesh.completion.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.ToolCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions as the server reads them. */
final class Questions {
  /** More are refused. */
  private static final int MOST_STOPS = 5;

  private Questions() {}

  static ObjectNode of(Chat chat) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    String system = chat.messages().stream().filter(message -> message.role() == Role.SYSTEM)
        .map(Message::content).collect(Collectors.joining("\n\n"));
    List<Message> said = chat.messages().stream().filter(message -> message.role() != Role.SYSTEM).toList();
    if (!system.isEmpty() && !said.isEmpty()) {
      question.putObject("systemInstruction").putArray("parts").addObject().put("text", system);
    }
    question.set("contents", contents(said.isEmpty() ? List.of(new Message(Role.USER, system)) : said));
    chat.function().ifPresent(function -> tool(question, function.path("name").asText(),
        function.path("description").asText(), function.path("parameters")));
    chat.tools().ifPresent(tools -> tools.forEach(tool ->
        tool(question, tool.name(), tool.description(), tool.parameters())));
    ObjectNode how = sampled(chat.sampling().orElse(Sampling.USUAL));
    if (chat.schema().isPresent()) {
      how.put("responseMimeType", "application/json").set("responseJsonSchema", chat.schema().get());
    }
    if (!how.isEmpty()) {
      question.set("generationConfig", how);
    }
    return question;
  }

  private static ObjectNode sampled(Sampling sampling) {
    ObjectNode how = JsonNodeFactory.instance.objectNode();
    sampling.temperature().ifPresent(value -> how.put("temperature", value));
    sampling.maxTokens().ifPresent(value -> how.put("maxOutputTokens", value));
    sampling.topP().ifPresent(value -> how.put("topP", value));
    sampling.frequencyPenalty().ifPresent(value -> how.put("frequencyPenalty", value));
    sampling.presencePenalty().ifPresent(value -> how.put("presencePenalty", value));
    sampling.stop().filter(stop -> !stop.isEmpty()).ifPresent(stop ->
        stop.stream().limit(MOST_STOPS).forEach(how.putArray("stopSequences")::add));
    return how;
  }

  private static void tool(ObjectNode question, String name, String description, JsonNode parameters) {
    ArrayNode tools = question.withArray("tools");
    ObjectNode declared = (tools.isEmpty() ? tools.addObject() : (ObjectNode) tools.get(0))
        .withArray("functionDeclarations").addObject().put("name", name).put("description", description);
    if (parameters.isObject()) {
      declared.set("parametersJsonSchema", parameters);
    }
  }

  private static ArrayNode contents(List<Message> said) {
    ArrayNode contents = JsonNodeFactory.instance.arrayNode();
    // An answer names the function, and not the call.
    Map<String, String> functions = new HashMap<>();
    for (Message message : said) {
      ArrayNode parts = turn(contents, message.role() == Role.ASSISTANT ? "model" : "user");
      if (message.answers().isPresent()) {
        parts.addObject().putObject("functionResponse")
            .put("name", functions.getOrDefault(message.answers().get(), message.answers().get()))
            .putObject("response").put("result", message.content());
      } else if (!message.content().isEmpty()) {
        parts.addObject().put("text", message.content());
      }
      for (ToolCall call : message.calls().orElse(List.of())) {
        functions.put(call.id(), call.name());
        parts.addObject().putObject("functionCall").put("name", call.name()).set("args", argumentsOf(call));
      }
    }
    return contents;
  }

  /** The parts of the turn that is this role's. */
  private static ArrayNode turn(ArrayNode contents, String role) {
    if (!contents.isEmpty() && contents.get(contents.size() - 1).path("role").asText().equals(role)) {
      return (ArrayNode) contents.get(contents.size() - 1).get("parts");
    }
    return contents.addObject().put("role", role).putArray("parts");
  }

  /** The server takes objects alone, and models do not always write one. */
  private static ObjectNode argumentsOf(ToolCall call) {
    try {
      return Wire.read(call.arguments(), ObjectNode.class);
    } catch (Failure noObject) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  static ObjectNode of(Embed embed, String model) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    ArrayNode requests = question.putArray("requests");
    embed.texts().forEach(text -> requests.addObject().put("model", "models/" + model)
        .putObject("content").putArray("parts").addObject().put("text", text));
    return question;
  }
}
