package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request to the web as a tool: {@code {name, description, parameters, http: {method?, url, headers?}}}. An
 * argument goes where {@code {name}} stands in the address, encoded, so that a model cannot turn it into another;
 * all others go into the query, or into a JSON body if the method has one.
 */
final class HttpTool implements Tool {
  private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");
  /** What a model can still read. */
  private static final int LONGEST_ANSWER = 100_000;

  private final Completions.Tool seen;
  private final String method;
  private final String url;
  private final JsonNode headers;

  /** @throws NodeFailure if it has no address in the form of one */
  HttpTool(JsonNode described) {
    JsonNode http = described.path("http");
    seen = new Completions.Tool(ToolNames.fitting(described.path("name").asText()),
        described.path("description").asText(), described.path("parameters") instanceof ObjectNode schema ? schema
        : JsonNodeFactory.instance.objectNode().put("type", "object"));
    method = http.path("method").asText("GET").toUpperCase(Locale.ROOT);
    url = http.path("url").asText();
    headers = http.path("headers");
    if (url.isBlank()) {
      throw new NodeFailure(
          "the tool '" + seen.name() + "' has no http.url, needs one such as https://example.org/path");
    }
  }

  @Override
  public Completions.Tool seen() {
    return seen;
  }

  @Override
  public String call(NodeRun run, ObjectNode arguments) {
    HttpAnswer answer = run.http(ask(arguments));
    String text = answer.text();
    String shown = text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER) + "…";
    if (!answer.isGood()) {
      throw new NodeFailure("answered with status " + answer.status() + ": " + shown);
    }
    return shown;
  }

  private HttpAsk ask(ObjectNode arguments) {
    ObjectNode others = arguments.deepCopy();
    StringBuilder address = new StringBuilder(url);
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      String place = "{" + argument.getKey() + "}";
      int at = address.indexOf(place);
      if (at >= 0) {
        address.replace(at, at + place.length(), encoded(argument.getValue()));
        others.remove(argument.getKey());
      }
    }
    boolean hasBody = WITH_BODY.contains(method);
    if (!hasBody) {
      others.properties().forEach(argument -> address.append(address.indexOf("?") < 0 ? '?' : '&')
          .append(URLEncoder.encode(argument.getKey(), StandardCharsets.UTF_8)).append('=')
          .append(encoded(argument.getValue())));
    }
    HttpAsk ask = HttpAsk.to(method, address.toString());
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      ask = ask.with(header.getKey(), Values.text(header.getValue()));
    }
    return hasBody ? ask.with(others) : ask;
  }

  private static String encoded(JsonNode value) {
    return URLEncoder.encode(Values.text(value), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
