package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
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
import io.spellmesh.nodes.text.JsonText;
import java.util.List;

/** Calls a tool of a server of the Model Context Protocol. */
public final class CallMcpTool implements NodeType {
  static final Input<String> URL = Input.text("url")
      .help("The server. Wins over the card.");
  static final Input<String> TOOL_IN = Input.text("tool")
      .help("Which of its tools. Wins over the card.");
  static final Input<JsonNode> ARGUMENTS = Input.any("arguments").of(SocketType.OBJECT)
      .help("An object of arguments, beside those at the sockets.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ERROR = Output.trigger("error")
      .help("Goes off in place of the other trigger when the node fails.");
  static final Output RESULT = Output.text("result")
      .help("What the tool gave, as text.");
  static final Output STRUCTURED = Output.of("structured", SocketType.OBJECT)
      .help("What it gave as an object, if it did.");
  static final Output CONTENT = Output.of("content", SocketType.ARRAY)
      .help("All that it gave, piece by piece: texts, images and so on.");
  static final Control.Text TOOL = new Control.Text("tool", "Tool", "")
      .help("Which of its tools.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Arguments", SocketType.ANY)
      .help("Arguments of the tool, by name.");

  private static final List<String> OWN = List.of(URL.name(), TOOL_IN.name(), ARGUMENTS.name());

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("call-mcp-tool", "Call MCP Tool").group("Tools")
        .help("Calls a tool of a server of the Model Context Protocol (streamable HTTP) with the values at its "
            + "sockets, and gives what it gave: as text, and as it is.")
        .in(URL, TOOL_IN, ARGUMENTS, TRIGGER).out(DONE, ERROR, RESULT, STRUCTURED, CONTENT)
        .control(McpServer.URL, McpServer.HEADERS, TOOL, INPUTS).effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String url = run.find(URL).orElseGet(() -> run.control(McpServer.URL)).strip();
    String tool = run.find(TOOL_IN).orElseGet(() -> run.control(TOOL)).strip();
    if (tool.isEmpty()) {
      throw new NodeFailure("has no tool to call, needs the name of one that the server has").at(TOOL_IN);
    }
    ObjectNode arguments = arguments(run);
    JsonNode result;
    try (McpSession session = McpSession.open(run, McpServer.of(url, run.control(McpServer.HEADERS)))) {
      result = session.call(tool, arguments);
    }
    String text = McpContent.text(result);
    if (result.path("isError").asBoolean()) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "the tool '" + tool + "' failed: " + text);
    }
    Result given = Result.of(RESULT, TextNode.valueOf(text)).and(CONTENT, result.path("content").isArray()
        ? result.get("content") : JsonNodeFactory.instance.arrayNode());
    return result.has("structuredContent") ? given.and(STRUCTURED, result.get("structuredContent")) : given;
  }

  private static ObjectNode arguments(NodeRun run) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    run.inputs().forEach((name, value) -> {
      if (!OWN.contains(name)) {
        arguments.set(name, value);
      }
    });
    run.find(ARGUMENTS.as(JsonText::read)).ifPresent(given -> {
      if (!(given instanceof ObjectNode object)) {
        throw new NodeFailure("got no object, needs one with a field for each argument").at(ARGUMENTS);
      }
      arguments.setAll(object);
    });
    return arguments;
  }
}
