package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.text.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a server of the Model Context Protocol is.
 *
 * @param url     its endpoint; empty, or {@code mcp}, for the one that the operator configures
 * @param headers that every request has, such as Authorization
 */
record McpServer(String url, Map<String, String> headers) {
  static final Control.Text URL = new Control.Text("url", "Server (empty for the operator's)", "")
      .help("Where the server is, such as https://example.org/mcp; it speaks streamable HTTP.");
  static final Control.Json HEADERS = new Control.Json("headers", "Headers", Optional.empty())
      .help("Headers that it is told with each request, as an object; for a key, say.");
  private static final String CONNECTOR = "mcp";

  McpServer {
    url = url.equals(CONNECTOR) ? "" : url;
    headers = Map.copyOf(headers);
  }

  /**
   * A server and the headers of a card.
   *
   * @throws NodeFailure if the headers are no object
   */
  static McpServer of(String url, Optional<JsonNode> headers) {
    Map<String, String> given = new LinkedHashMap<>();
    headers.map(JsonText::read).ifPresent(saved -> {
      if (!saved.isObject()) {
        throw new NodeFailure("has headers that are no object, such as {\"Authorization\": \"Bearer …\"}");
      }
      for (Map.Entry<String, JsonNode> header : saved.properties()) {
        given.put(header.getKey(), Values.text(header.getValue()));
      }
    });
    return new McpServer(url, given);
  }

  HttpAsk ask(String method) {
    HttpAsk ask = HttpAsk.to(method, url);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      ask = ask.with(header.getKey(), header.getValue());
    }
    return url.isEmpty() ? ask.by(CONNECTOR) : ask;
  }

  /** As messages show it: queries hold keys. */
  String shown() {
    return url.isEmpty() ? "the operator's MCP server" : "the MCP server at " + url.replaceFirst("[?#].*", "");
  }

  /** Without headers, which no log may show. */
  @Override
  public String toString() {
    return shown();
  }
}
