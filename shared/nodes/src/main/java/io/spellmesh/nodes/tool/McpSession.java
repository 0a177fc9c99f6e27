package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation with a server of the Model Context Protocol. It ends with {@link #close}, or with the body that
 * opened it.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-06-18/basic/transports">the transport</a>
 */
final class McpSession implements AutoCloseable {
  private static final String NEWEST = "2025-06-18";
  /** What is used of them here is the same in all. */
  private static final Set<String> VERSIONS = Set.of("2024-11-05", "2025-03-26", NEWEST, "2025-11-25");
  private static final String SESSION = "mcp-session-id";
  private static final int GONE = 404;
  private static final int MOST_PAGES = 50;
  private static final int MOST_TOOLS = 1_000;
  private static final int LONGEST_QUOTE = 300;

  private final NodeRun run;
  private final McpServer server;
  private Optional<String> id = Optional.empty();
  private Optional<String> version = Optional.empty();
  private int asked;

  private McpSession(NodeRun run, McpServer server) {
    this.run = run;
    this.server = server;
  }

  /** @throws NodeFailure if the server is none, or speaks another version */
  static McpSession open(NodeRun run, McpServer server) {
    McpSession session = new McpSession(run, server);
    session.begin();
    return session;
  }

  private void begin() {
    id = Optional.empty();
    version = Optional.empty();
    ObjectNode params = object().put("protocolVersion", NEWEST);
    params.putObject("capabilities");
    params.putObject("clientInfo").put("name", "Spellmesh").put("version", "1");
    int number = ++asked;
    HttpAnswer answer = good(send(request(number, "initialize", params)));
    String spoken = result(answer, number, "initialize").path("protocolVersion").asText();
    if (!VERSIONS.contains(spoken)) {
      throw failed("speaks version '" + spoken + "' of the protocol, must be one of "
          + String.join(", ", VERSIONS.stream().sorted().toList()));
    }
    id = Optional.ofNullable(answer.headers().get(SESSION));
    version = Optional.of(spoken);
    good(send(object().put("jsonrpc", "2.0").put("method", "notifications/initialized")));
  }

  /** Every tool, as the server describes it: {@code {name, description?, inputSchema, …}}. */
  List<JsonNode> tools() {
    List<JsonNode> tools = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES && tools.size() < MOST_TOOLS; page++) {
      ObjectNode params = object();
      cursor.ifPresent(next -> params.put("cursor", next));
      JsonNode result = ask("tools/list", params);
      result.path("tools").forEach(tools::add);
      cursor = Optional.of(result.path("nextCursor").asText()).filter(next -> !next.isEmpty());
      if (cursor.isEmpty()) {
        return tools;
      }
    }
    throw failed("has more than " + MOST_TOOLS + " tools, which is the limit");
  }

  /** What a tool gave: {@code {content, structuredContent?, isError?}}. */
  JsonNode call(String name, ObjectNode arguments) {
    ObjectNode params = object().put("name", name);
    params.set("arguments", arguments);
    return ask("tools/call", params);
  }

  private JsonNode ask(String method, ObjectNode params) {
    int number = ++asked;
    HttpAnswer answer = send(request(number, method, params));
    if (answer.status() == GONE && id.isPresent()) {
      // The server has forgotten the session; nothing of this was done.
      begin();
      answer = send(request(number, method, params));
    }
    return result(good(answer), number, method);
  }

  private static ObjectNode request(int number, String method, ObjectNode params) {
    ObjectNode request = object().put("jsonrpc", "2.0").put("id", number).put("method", method);
    request.set("params", params);
    return request;
  }

  private HttpAnswer send(ObjectNode message) {
    return run.http(ours(server.ask("POST")).with("accept", "application/json, text/event-stream").with(message));
  }

  private HttpAsk ours(HttpAsk ask) {
    HttpAsk marked = id.map(session -> ask.with(SESSION, session)).orElse(ask);
    return version.map(spoken -> marked.with("mcp-protocol-version", spoken)).orElse(marked);
  }

  private HttpAnswer good(HttpAnswer answer) {
    if (answer.isGood()) {
      return answer;
    }
    String said = answer.text().strip().replaceAll("\\s+", " ");
    throw failed("answered with status " + answer.status() + (said.isEmpty() ? "" : ": " + (said.length()
        <= LONGEST_QUOTE ? said : said.substring(0, LONGEST_QUOTE) + "…")));
  }

  private JsonNode result(HttpAnswer answer, int number, String method) {
    for (JsonNode message : McpMessages.of(answer)) {
      if (message.has("method")) {
        tell(message);
      } else if (message.path("id").asInt() == number && message.has("error")) {
        throw failed("refused " + method + ": " + message.path("error").path("message").asText("no reason given"));
      } else if (message.path("id").asInt() == number && message.has("result")) {
        return message.get("result");
      }
    }
    throw failed("did not answer " + method);
  }

  /** What a server says on the way; what it asks is not answered, because it was offered nothing. */
  private void tell(JsonNode message) {
    if (message.path("method").asText().equals("notifications/message")) {
      run.log("info", server.shown() + " says: " + Values.text(message.path("params").path("data")));
    }
  }

  private NodeFailure failed(String how) {
    return new NodeFailure(FailureCode.PROVIDER_FAILED, server.shown() + " " + how);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Tells the server that it may forget. What was asked has been answered, so nothing hangs on this. */
  @Override
  public void close() {
    if (id.isPresent()) {
      try {
        run.http(ours(server.ask("DELETE")));
      } catch (Failure | NodeFailure kept) {
        run.log("info", server.shown() + " was not told of the end: " + kept.getMessage());
      }
      id = Optional.empty();
    }
  }
}
