package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.engine.node.Values;
import java.util.ArrayList;
import java.util.List;

/** The messages of a conversation, from whatever spells keep conversations in. */
final class Conversation {
  private final List<Message> messages = new ArrayList<>();

  void system(String text) {
    add(Role.SYSTEM, text);
  }

  void user(String text) {
    add(Role.USER, text);
  }

  /** What was said before: events, messages {@code {role, content}}, or plain texts. */
  void before(ArrayNode said) {
    said.forEach(one -> add(role(one), Values.text(one.isObject() ? one.path("content") : one)));
  }

  /** An event that an agent is both sender and observer of is what it said itself. */
  private static Role role(JsonNode said) {
    String sender = said.path("sender").asText();
    return switch (said.path("role").asText()) {
      case "system" -> Role.SYSTEM;
      case "assistant" -> Role.ASSISTANT;
      default -> !sender.isEmpty() && sender.equals(said.path("observer").asText()) ? Role.ASSISTANT : Role.USER;
    };
  }

  private void add(Role role, String text) {
    if (!text.isBlank()) {
      messages.add(new Message(role, text));
    }
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }
}
