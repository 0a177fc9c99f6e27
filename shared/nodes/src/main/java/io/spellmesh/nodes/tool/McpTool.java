package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import java.util.function.Function;

/** A tool of a server of the Model Context Protocol. */
final class McpTool implements Tool {
  private final Function<NodeRun, McpSession> sessions;
  private final JsonNode described;

  /** @param described as the server does */
  McpTool(Function<NodeRun, McpSession> sessions, JsonNode described) {
    this.sessions = sessions;
    this.described = described;
  }

  @Override
  public Completions.Tool seen() {
    ObjectNode parameters = described.path("inputSchema") instanceof ObjectNode schema ? schema
        : JsonNodeFactory.instance.objectNode().put("type", "object");
    return new Completions.Tool(ToolNames.fitting(described.path("name").asText()),
        described.path("description").asText(), parameters);
  }

  @Override
  public String call(NodeRun run, ObjectNode arguments) {
    JsonNode result = sessions.apply(run).call(described.path("name").asText(), arguments);
    if (result.path("isError").asBoolean()) {
      throw new NodeFailure(McpContent.text(result));
    }
    return McpContent.text(result);
  }
}
