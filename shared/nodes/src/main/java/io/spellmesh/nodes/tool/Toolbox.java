package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
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
   * Takes tools as nodes give them: {@code {name, description, parameters}} with {@code http: {method, url}} or
   * {@code mcp: {url}}.
   *
   * @throws NodeFailure if one of them is nothing that can be called
   */
  public void addAll(JsonNode described) {
    for (JsonNode one : described) {
      JsonNode tool = JsonText.read(one);
      if (tool.path("http").isObject()) {
        add(new HttpTool(tool));
      } else if (tool.path("mcp").isObject()) {
        McpServer server = new McpServer(tool.path("mcp").path("url").asText(), Map.of());
        add(new McpTool(any -> session(server), tool));
      } else {
        throw new NodeFailure("a tool at 'tools' has neither http nor mcp, needs {name, description, parameters} with "
            + "{\"http\": {\"url\": …}} or {\"mcp\": {\"url\": …}}");
      }
    }
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

  /** Makes a call. What goes wrong with it is an outcome, which the model is told; a stop is none. */
  public Outcome call(ToolCall call) {
    Tool tool = tools.get(call.name());
    if (tool == null) {
      return new Outcome("there is no tool '" + call.name() + "', there are " + String.join(", ", tools.keySet()), true);
    }
    try {
      JsonNode arguments = JsonText.read(call.arguments().isBlank() ? "{}" : call.arguments());
      if (arguments instanceof ObjectNode object) {
        return new Outcome(tool.call(run, object), false);
      }
      return new Outcome("the arguments are no JSON object", true);
    } catch (Failure | NodeFailure failed) {
      return new Outcome(failed.getMessage(), true);
    }
  }

  /** Ends what was opened. */
  @Override
  public void close() {
    sessions.values().forEach(McpSession::close);
  }
}
