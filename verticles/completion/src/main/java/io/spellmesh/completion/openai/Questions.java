package io.spellmesh.completion.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import java.util.List;
import java.util.Optional;

/** Questions as the server reads them. */
final class Questions {
  private static final String LIMIT = "max_tokens";
  private static final String OTHER_LIMIT = "max_completion_tokens";

  private Questions() {}

  static ObjectNode of(Text text, String model) {
    return sampled(text.sampling(), model).put("prompt", text.prompt());
  }

  static ObjectNode of(Chat chat, String model) {
    ObjectNode question = sampled(chat.sampling(), model);
    ArrayNode messages = question.putArray("messages");
    for (Message message : chat.messages()) {
      messages.add(Wire.mapper().<ObjectNode>valueToTree(message));
    }
    chat.function().ifPresent(function -> question.putArray("tools").addObject()
        .put("type", "function").set("function", function));
    return question;
  }

  /** A text to continue as a conversation, for models that hold nothing else. */
  static Chat asChat(Text text) {
    return new Chat(List.of(new Message(Role.USER, text.prompt())), text.sampling(), Optional.empty());
  }

  static ObjectNode of(Embed embed, String model) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("model", model);
    embed.texts().forEach(question.putArray("input")::add);
    return question;
  }

  /** The same question with the limit under the name that newer models want. */
  static ObjectNode withOtherLimit(ObjectNode question) {
    ObjectNode other = question.deepCopy();
    other.set(OTHER_LIMIT, other.remove(LIMIT));
    return other;
  }

  static boolean hasLimit(ObjectNode question) {
    return question.has(LIMIT);
  }

  private static ObjectNode sampled(Optional<Sampling> given, String model) {
    Sampling sampling = given.orElse(Sampling.USUAL);
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("model", model).put("stream", true);
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
