package io.spellmesh.completion.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions as the server reads them. */
final class Questions {
  private static final String LIMIT = "max_tokens";
  private static final String OTHER_LIMIT = "max_completion_tokens";
  private static final String COUNT = "stream_options";
  private static final String FORM = "response_format";

  private Questions() {}

  static ObjectNode of(Text text, String model) {
    return sampled(text.sampling(), model).put("prompt", text.prompt());
  }

  static ObjectNode of(Chat chat, String model) {
    ObjectNode question = sampled(chat.sampling(), model);
    ArrayNode messages = question.putArray("messages");
    chat.messages().forEach(message -> messages.add(message(message)));
    chat.function().ifPresent(function -> tool(question, function));
    chat.tools().ifPresent(tools -> tools.forEach(tool ->
        tool(question, Wire.mapper().<ObjectNode>valueToTree(tool))));
    chat.schema().ifPresent(schema -> question.putObject(FORM).put("type", "json_schema")
        .putObject("json_schema").put("name", "answer").set("schema", schema));
    return question;
  }

  private static ObjectNode message(Message message) {
    ObjectNode written = JsonNodeFactory.instance.objectNode()
        .put("role", message.role().name().toLowerCase(Locale.ROOT)).put("content", message.content());
    message.answers().ifPresent(call -> written.put("tool_call_id", call));
    message.calls().ifPresent(calls -> calls.forEach(call -> written.withArray("tool_calls").addObject()
        .put("id", call.id()).put("type", "function").putObject("function")
        .put("name", call.name()).put("arguments", call.arguments())));
    return written;
  }

  private static void tool(ObjectNode question, ObjectNode function) {
    question.withArray("tools").addObject().put("type", "function").set("function", function);
  }

  static ObjectNode of(Embed embed, String model) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("model", model);
    embed.texts().forEach(question.putArray("input")::add);
    return question;
  }

  /**
   * The same question without what a server does not know, by the words in which it refused it. Absent if it
   * refused something else.
   */
  static Optional<ObjectNode> without(ObjectNode question, String words) {
    ObjectNode other = question.deepCopy();
    if (words.contains(OTHER_LIMIT) && question.has(LIMIT)) {
      // Newer models know the limit by another name.
      other.set(OTHER_LIMIT, other.remove(LIMIT));
    } else {
      List.of(COUNT, FORM).stream().filter(words::contains).forEach(other::remove);
    }
    return Optional.of(other).filter(changed -> !changed.equals(question));
  }

  private static ObjectNode sampled(Optional<Sampling> given, String model) {
    Sampling sampling = given.orElse(Sampling.USUAL);
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("model", model).put("stream", true);
    question.putObject(COUNT).put("include_usage", true);
    sampling.temperature().ifPresent(value -> question.put("temperature", value));
    sampling.maxTokens().ifPresent(value -> question.put(LIMIT, value));
    sampling.topP().ifPresent(value -> question.put("top_p", value));
    sampling.frequencyPenalty().ifPresent(value -> question.put("frequency_penalty", value));
    sampling.presencePenalty().ifPresent(value -> question.put("presence_penalty", value));
    sampling.stop().filter(stop -> !stop.isEmpty())
        .ifPresent(stop -> stop.forEach(question.putArray("stop")::add));
    return question;
  }
}
