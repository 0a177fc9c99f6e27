package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Lists the tools of a server of the Model Context Protocol. */
public final class McpTools implements NodeType {
  static final Input<String> URL = Input.text("url");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ERROR = Output.trigger("error");
  static final Output TOOLS = Output.of("tools", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("mcp-tools", "MCP Tools").group("Tools")
        .help("Lists the tools of a server of the Model Context Protocol (streamable HTTP), as Call Agent takes "
            + "them.")
        .in(URL, TRIGGER).out(DONE, ERROR, TOOLS).control(McpServer.URL, McpServer.HEADERS)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String url = run.find(URL).orElseGet(() -> run.control(McpServer.URL)).strip();
    ArrayNode tools = JsonNodeFactory.instance.arrayNode();
    try (McpSession session = McpSession.open(run, McpServer.of(url, run.control(McpServer.HEADERS)))) {
      session.tools().forEach(tool -> tools.add(given(tool, url)));
    }
    return Result.of(TOOLS, tools);
  }

  /** Without the headers of the card: what is given is kept, and shown to whoever may see the run. */
  private static ObjectNode given(JsonNode tool, String url) {
    ObjectNode given = tool.deepCopy();
    given.putObject("mcp").put("url", url);
    return given;
  }
}
