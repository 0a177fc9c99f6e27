package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.nodes.tool.Toolbox.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How far an agent has come: what was said, which calls are left, and what came of the others. */
final class Progress {
  private static final int LONGEST_LINE = 500;

  /** As it is kept while the engine runs a spell that is called. */
  record Kept(List<Message> said, List<ToolCall> left, ArrayNode made, int rounds) {}

  private final List<Message> said;
  private final Deque<ToolCall> left;
  private final ArrayNode made;
  private int rounds;

  private Progress(Kept kept) {
    said = new ArrayList<>(kept.said());
    left = new ArrayDeque<>(kept.left());
    made = kept.made().deepCopy();
    rounds = kept.rounds();
  }

  static Progress of(List<Message> conversation) {
    return new Progress(new Kept(conversation, List.of(), JsonNodeFactory.instance.arrayNode(), 0));
  }

  static Progress of(JsonNode kept) {
    return new Progress(Wire.read(kept, Kept.class));
  }

  JsonNode kept() {
    return Wire.mapper().valueToTree(new Kept(said, List.copyOf(left), made, rounds));
  }

  List<Message> said() {
    return List.copyOf(said);
  }

  /** What was called, and what came of it. */
  ArrayNode made() {
    return made;
  }

  int rounds() {
    return rounds;
  }

  /** The model wants these made. */
  void calls(Completed answer, List<ToolCall> calls) {
    said.add(new Message(Role.ASSISTANT, answer.text(), Optional.of(calls), Optional.empty()));
    left.addAll(calls);
    rounds++;
  }

  /** The next call to make. */
  Optional<ToolCall> next() {
    return Optional.ofNullable(left.peek());
  }

  static void begin(NodeRun run, ToolCall call) {
    run.log("info", "calls " + call.name() + " " + shortened(call.arguments()));
  }

  /** What came of it, in the sight of whoever watches the run. */
  void end(NodeRun run, Outcome outcome) {
    ToolCall call = left.remove();
    run.log(outcome.isFailure() ? "warn" : "info",
        call.name() + (outcome.isFailure() ? " failed: " : " gave: ") + shortened(outcome.text()));
    made.addObject().put("name", call.name()).put("arguments", call.arguments())
        .put(outcome.isFailure() ? "error" : "result", outcome.text());
    said.add(new Message(Role.TOOL, outcome.isFailure() ? "It failed: " + outcome.text() : outcome.text(),
        Optional.empty(), Optional.of(call.id())));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
  }
}
