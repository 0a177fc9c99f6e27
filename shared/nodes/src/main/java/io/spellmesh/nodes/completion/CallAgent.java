package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Message;
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
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.nodes.tool.Toolbox;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Has a language model reach an answer by calling tools, as often as it likes within a bound. */
public final class CallAgent implements NodeType {
  static final Input<String> SYSTEM = Input.text("system")
      .help("Tells the model who it is, how to answer, and when to call which tool.");
  static final Input<ArrayNode> CONVERSATION = Input.list("conversation")
      .help("What was said before: a list of {role, content}, or of texts.");
  static final Input<String> INPUT = Input.text("input")
      .help("What the model is to answer now, as the user says it.");
  static final Input<ArrayNode> TOOLS = Input.list("tools")
      .help("Tools it may call: a list of {name, description, parameters} with http, mcp or spell. MCP Tools "
          + "gives one.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ERROR = Output.trigger("error")
      .help("Goes off in place of the other trigger when the node fails.");
  static final Output RESULT = Output.text("result")
      .help("What the model answered when it called no more tools.");
  static final Output CALLS = Output.of("calls", SocketType.ARRAY)
      .help("Every call that was made, in order, with its arguments and what it gave.");
  static final Control.Text MODEL = new Control.Text("model", "Model", "")
      .help("The name by which the provider knows the model; one that can call tools. Empty for the one that "
          + "the operator has chosen.");
  static final Control.Text SPELLS = new Control.Text("spells", "Spells it may call (with commas between)", "")
      .help("Names or ids of spells that the model may call as tools; their inputs are the arguments.");
  static final Control.Text SERVERS = new Control.Text("mcp", "MCP servers (with commas between)", "")
      .help("Addresses of servers of the Model Context Protocol, all of whose tools the model may call.");
  static final Control.Json HEADERS = new Control.Json("headers", "Headers for them", Optional.empty())
      .help("Headers that these servers are told with each request, as an object; for keys, say.");
  static final Control.Number ROUNDS = new Control.Number("rounds", "Most rounds of calls", 8, 1, 50)
      .help("So often the model may call tools and be told what they gave; then the node fails.");
  static final Control.Number TEMPERATURE = Settings.temperature(0.5);
  static final Control.Number MOST = Settings.most(2_000);

  private static final Control.Text STOP = Settings.stop("");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("call-agent", "Call Agent").group("Models")
        .help("Has a language model answer the input, and lets it call tools on the way: those at 'tools', "
            + "spells, and those of MCP servers. What each call gave, or how it failed, goes back to it.")
        .in(SYSTEM, CONVERSATION, INPUT, TOOLS, Settings.OVER, TRIGGER).out(DONE, ERROR, RESULT, CALLS)
        .control(MODEL, SPELLS, SERVERS, HEADERS, ROUNDS, TEMPERATURE, MOST).effect(Effect.UNSAFE).waits()
        .role(new Role.Caller()).build();
  }

  @Override
  public Result run(NodeRun run) {
    Progress progress = run.answer().map(answer -> Progress.of(answer.get("kept")))
        .orElseGet(() -> Progress.of(conversation(run)));
    try (Toolbox tools = new Toolbox(run)) {
      tools.addAll(TOOLS);
      names(run.control(SPELLS)).forEach(tools::addSpell);
      names(run.control(SERVERS)).forEach(url -> tools.addServer(url, run.control(HEADERS)));
      run.answer().ifPresent(answer -> progress.end(run, Toolbox.outcome(answer)));
      return answer(run, progress, tools);
    }
  }

  private static List<Message> conversation(NodeRun run) {
    Conversation conversation = new Conversation();
    run.find(SYSTEM).ifPresent(conversation::system);
    run.find(CONVERSATION).ifPresent(conversation::before);
    run.find(INPUT).ifPresent(conversation::user);
    if (conversation.isEmpty()) {
      throw new NodeFailure("needs a value here, at 'conversation' or at 'system', else there is nothing to answer")
          .at(INPUT);
    }
    return conversation.messages();
  }

  private static List<String> names(String listed) {
    return Arrays.stream(listed.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  private static Result answer(NodeRun run, Progress progress, Toolbox tools) {
    Sampling sampling = Settings.of(run).sampling(TEMPERATURE, MOST, STOP);
    Optional<List<Tool>> seen = Optional.of(tools.seen()).filter(some -> !some.isEmpty());
    int rounds = (int) run.control(ROUNDS);
    while (true) {
      Optional<SpellCall> spell = made(run, progress, tools);
      if (spell.isPresent()) {
        return Result.calling(spell.get());
      }
      Completed answer = Model.chat(run, () ->
          new Chat(progress.said(), Optional.of(sampling), Optional.empty(), seen, Optional.empty()), RESULT);
      List<ToolCall> calls = answer.calls().orElse(List.of());
      if (calls.isEmpty()) {
        return Result.of(RESULT, TextNode.valueOf(answer.text())).and(CALLS, progress.made());
      }
      if (progress.rounds() == rounds) {
        throw new NodeFailure("the model wants to call tools still, after " + rounds
            + " rounds of calls, which is as many as it may have");
      }
      progress.calls(answer, calls);
    }
  }

  /** Makes the calls that are left, up to the first of a spell, which is the engine's to run. */
  private static Optional<SpellCall> made(NodeRun run, Progress progress, Toolbox tools) {
    for (Optional<ToolCall> call = progress.next(); call.isPresent(); call = progress.next()) {
      Progress.begin(run, call.get());
      Optional<SpellCall> spell = tools.spell(call.get(), progress.kept());
      if (spell.isPresent()) {
        return spell;
      }
      progress.end(run, tools.call(call.get()));
    }
    return Optional.empty();
  }
}
