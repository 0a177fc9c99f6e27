package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Tool;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.tool.Toolbox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Has a language model reach an answer by calling tools, as often as it likes within a bound. */
public final class CallAgent implements NodeType {
  static final Input<String> SYSTEM = Input.text("system");
  static final Input<ArrayNode> CONVERSATION = Input.list("conversation");
  static final Input<String> INPUT = Input.text("input");
  static final Input<ArrayNode> TOOLS = Input.list("tools");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ERROR = Output.trigger("error");
  static final Output RESULT = Output.text("result");
  static final Output CALLS = Output.of("calls", SocketType.ARRAY);
  static final Control.Text MODEL = new Control.Text("model", "Model", "");
  static final Control.Text SERVERS = new Control.Text("mcp", "MCP servers (with commas between)", "");
  static final Control.Json HEADERS = new Control.Json("headers", "Headers for them", Optional.empty());
  static final Control.Number ROUNDS = new Control.Number("rounds", "Most rounds of calls", 8, 1, 50);
  static final Control.Number TEMPERATURE = Settings.temperature(0.5);
  static final Control.Number MOST = Settings.most(2_000);

  private static final Control.Text STOP = Settings.stop("");
  private static final int LONGEST_LINE = 500;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("call-agent", "Call Agent").group("Models")
        .help("Has a language model answer the input, and lets it call tools on the way: those at 'tools', and those "
            + "of MCP servers. What each call gave, or how it failed, goes back to it.")
        .in(SYSTEM, CONVERSATION, INPUT, TOOLS, Settings.OVER, TRIGGER).out(DONE, ERROR, RESULT, CALLS)
        .control(MODEL, SERVERS, HEADERS, ROUNDS, TEMPERATURE, MOST).effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Conversation conversation = new Conversation();
    run.find(SYSTEM).ifPresent(conversation::system);
    run.find(CONVERSATION).ifPresent(conversation::before);
    run.find(INPUT).ifPresent(conversation::user);
    if (conversation.isEmpty()) {
      throw new NodeFailure("has nothing to answer: needs a value at 'input', 'conversation' or 'system'");
    }
    try (Toolbox tools = new Toolbox(run)) {
      run.find(TOOLS).ifPresent(tools::addAll);
      servers(run).forEach(url -> tools.addServer(url, run.control(HEADERS)));
      return answer(run, new ArrayList<>(conversation.messages()), tools);
    }
  }

  private static List<String> servers(NodeRun run) {
    return Arrays.stream(run.control(SERVERS).split(",")).map(String::strip).filter(url -> !url.isEmpty())
        .toList();
  }

  private static Result answer(NodeRun run, List<Message> said, Toolbox tools) {
    Sampling sampling = Settings.of(run).sampling(TEMPERATURE, MOST, STOP);
    Optional<List<Tool>> seen = Optional.of(tools.seen()).filter(some -> !some.isEmpty());
    ArrayNode made = JsonNodeFactory.instance.arrayNode();
    int rounds = (int) run.control(ROUNDS);
    for (int round = 0; round <= rounds; round++) {
      Completed answer = Model.chat(run, () ->
          new Chat(said, Optional.of(sampling), Optional.empty(), seen, Optional.empty()), RESULT);
      List<ToolCall> calls = answer.calls().orElse(List.of());
      if (calls.isEmpty()) {
        return Result.of(RESULT, TextNode.valueOf(answer.text())).and(CALLS, made);
      }
      if (round < rounds) {
        said.add(new Message(Role.ASSISTANT, answer.text(), Optional.of(calls), Optional.empty()));
        calls.forEach(call -> said.add(made(run, call, tools, made)));
      }
    }
    throw new NodeFailure("the model wants to call tools still, after " + rounds
        + " rounds of calls, which is as many as it may have");
  }

  /** Makes a call, in the sight of whoever watches the run. @return the message with what came of it */
  private static Message made(NodeRun run, ToolCall call, Toolbox tools, ArrayNode made) {
    run.log("info", "calls " + call.name() + " " + shortened(call.arguments()));
    Toolbox.Outcome outcome = tools.call(call);
    run.log(outcome.isFailure() ? "warn" : "info",
        call.name() + (outcome.isFailure() ? " failed: " : " gave: ") + shortened(outcome.text()));
    made.addObject().put("name", call.name()).put("arguments", call.arguments())
        .put(outcome.isFailure() ? "error" : "result", outcome.text());
    return new Message(Role.TOOL, outcome.isFailure() ? "It failed: " + outcome.text() : outcome.text(),
        Optional.empty(), Optional.of(call.id()));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
  }
}
