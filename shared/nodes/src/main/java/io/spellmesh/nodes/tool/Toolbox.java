package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.text.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that a body lets a model call, each by a name of its own. */
public final class Toolbox implements AutoCloseable {
  private static final int MOST = Completions.MOST_TOOLS;

  /**
   * What came of a call.
   *
   * @param text      what the tool gave, or how it failed
   * @param isFailure whether it failed
   */
  public record Outcome(String text, boolean isFailure) {}

  private final NodeRun run;
  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final Map<McpServer, McpSession> sessions = new LinkedHashMap<>();

  public Toolbox(NodeRun run) {
    this.run = run;
  }

  /**
   * Takes the tools at a socket, as nodes give them: {@code {name, description, parameters}} with
   * {@code http: {method, url}}, {@code mcp: {url}}, or {@code spell} by id or name.
   *
   * @throws NodeFailure if one of them is nothing that can be called
   */
  public void addAll(Input<ArrayNode> socket) {
    for (JsonNode one : run.find(socket).orElseGet(JsonNodeFactory.instance::arrayNode)) {
      JsonNode tool = JsonText.read(one);
      if (tool.path("http").isObject()) {
        add(new HttpTool(tool));
      } else if (tool.path("mcp").isObject()) {
        McpServer server = new McpServer(tool.path("mcp").path("url").asText(), Map.of());
        add(new McpTool(any -> session(server), tool));
      } else if (!tool.path("spell").asText().isBlank()) {
        add(new SpellTool(tool));
      } else {
        throw new NodeFailure("a tool has neither http, mcp nor spell, needs {name, description, parameters}"
            + " with {\"http\": {\"url\": …}}, {\"mcp\": {\"url\": …}} or {\"spell\": …}").at(socket);
      }
    }
  }

  /** Takes a spell, by its id or name. */
  public void addSpell(String idOrName) {
    add(new SpellTool(idOrName));
  }

  /**
   * Takes every tool of a server of the Model Context Protocol.
   *
   * @param headers that the server is told, as an object; it and no other
   */
  public void addServer(String url, Optional<JsonNode> headers) {
    McpServer server = McpServer.of(url, headers);
    session(server).tools().forEach(tool -> add(new McpTool(any -> session(server), tool)));
  }

  private void add(Tool tool) {
    if (tools.size() == MOST) {
      throw new NodeFailure("has more than " + MOST + " tools, which is as many as a model may be given");
    }
    String name = tool.seen().name();
    for (int number = 2; tools.containsKey(name); number++) {
      name = ToolNames.numbered(tool.seen().name(), number);
    }
    tools.put(name, tool);
  }

  private McpSession session(McpServer server) {
    return sessions.computeIfAbsent(server, one -> McpSession.open(run, one));
  }

  /** As the model sees them. */
  public List<Completions.Tool> seen() {
    return tools.entrySet().stream().map(tool -> {
      Completions.Tool seen = tool.getValue().seen();
      return new Completions.Tool(tool.getKey(), seen.description(), seen.parameters());
    }).toList();
  }

  /**
   * The spell that is to run in place of a call, if it is one of a spell and its arguments can be read.
   *
   * @param kept what the body wants to be told again
   */
  public Optional<SpellCall> spell(ToolCall call, JsonNode kept) {
    return Optional.ofNullable(tools.get(call.name())).flatMap(tool ->
        arguments(call).flatMap(arguments -> tool.spell(arguments, kept)));
  }

  /** What came of a spell: its only output, or all of them, as text. @param answer as the engine gives it */
  public static Outcome outcome(JsonNode answer) {
    if (answer.has("error")) {
      return new Outcome(answer.get("error").asText(), true);
    }
    JsonNode outputs = answer.path("outputs");
    return new Outcome(Values.text(outputs.size() == 1 ? outputs.iterator().next() : outputs), false);
  }

  /** Makes a call. What goes wrong with it is an outcome, which the model is told; a stop is none. */
  public Outcome call(ToolCall call) {
    Tool tool = tools.get(call.name());
    if (tool == null) {
      return new Outcome(
          "there is no tool '" + call.name() + "', there are " + String.join(", ", tools.keySet()), true);
    }
    try {
      return arguments(call).map(arguments -> new Outcome(tool.call(run, arguments), false))
          .orElseGet(() -> new Outcome("the arguments are no JSON object: " + call.arguments(), true));
    } catch (Failure | NodeFailure failed) {
      return new Outcome(failed.getMessage(), true);
    }
  }

  private static Optional<ObjectNode> arguments(ToolCall call) {
    try {
      return JsonText.read(call.arguments().isBlank() ? "{}" : call.arguments()) instanceof ObjectNode object
          ? Optional.of(object) : Optional.empty();
    } catch (NodeFailure noJson) {
      return Optional.empty();
    }
  }

  /** Ends what was opened. */
  @Override
  public void close() {
    sessions.values().forEach(McpSession::close);
  }
}
