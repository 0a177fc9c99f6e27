package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends a request to the web. */
public final class Request implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> URL_IN = Input.text("url");
  static final Input<JsonNode> PARAMS = Input.any("params").of(SocketType.OBJECT);
  static final Input<JsonNode> HEADERS_IN = Input.any("headers").of(SocketType.OBJECT);
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.any("output");
  static final Output STATUS = Output.of("status", SocketType.NUMBER);
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text URL = new Control.Text("url", "URL", "");
  static final Control.Text METHOD = new Control.Text("method", "Method", "get");
  static final Control.Json HEADERS = new Control.Json("headers", "Headers", Optional.empty());
  static final Control.Choice AUTHENTICATION = new Control.Choice("authentication", "Authentication", "none",
      List.of("none", "bearer", "basic", "header"));
  static final Control.Text CREDENTIALS =
      new Control.Text("credentials", "Token, user:password, or Header: value", "");
  static final Control.Number ATTEMPTS = new Control.Number("attempts", "Attempts", 3, 1, 10);
  static final Control.Toggle FAIL = new Control.Toggle("fail", "Fail if the status does", true);
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Parameters or fields", SocketType.ANY);

  private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");
  private static final List<String> REPEATABLE = List.of("GET", "HEAD", "PUT", "DELETE");
  private static final long FIRST_PAUSE_MILLIS = 500;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("request", "Request").group("Web")
        .help("Sends a request to an address on the web, with the values at its sockets as query or as JSON body, and "
            + "gives the answer.")
        .in(URL_IN, PARAMS, HEADERS_IN, TRIGGER).out(DONE, OUTPUT, STATUS)
        .control(NAME, URL, METHOD, HEADERS, AUTHENTICATION, CREDENTIALS, ATTEMPTS, FAIL, INPUTS)
        .effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    HttpAsk ask = ask(run);
    int attempts = REPEATABLE.contains(ask.method()) ? (int) run.control(ATTEMPTS) : 1;
    HttpAnswer answer = sent(run, ask, attempts);
    if (run.control(FAIL)) {
      Answers.good(answer);
    }
    JsonNode output = answer.type().contains("json") ? answer.json().orElseGet(() -> TextNode.valueOf(answer.text()))
        : TextNode.valueOf(answer.text());
    return Result.of(OUTPUT, output).and(STATUS, IntNode.valueOf(answer.status()));
  }

  private static HttpAnswer sent(NodeRun run, HttpAsk ask, int attempts) {
    for (int attempt = 1; attempt < attempts; attempt++) {
      try {
        HttpAnswer answer = run.http(ask);
        if (!Answers.mayPass(answer)) {
          return answer;
        }
        run.log("warn", "was answered with status " + answer.status() + ", asks again");
      } catch (Failure failure) {
        if (!failure.code().retryable()) {
          throw failure;
        }
        run.log("warn", failure.getMessage() + "; asks again");
      }
      long pause = FIRST_PAUSE_MILLIS << (attempt - 1);
      run.await(new CompletableFuture<Void>().completeOnTimeout(null, pause, TimeUnit.MILLISECONDS));
    }
    return run.http(ask);
  }

  private static HttpAsk ask(NodeRun run) {
    String method = run.control(METHOD).strip().toUpperCase(Locale.ROOT);
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    run.inputs().forEach(values::set);
    List.of(URL_IN, PARAMS, HEADERS_IN).forEach(own -> values.remove(own.name()));
    run.find(PARAMS.as(Values::object)).ifPresent(values::setAll);
    String url = Address.of(run.find(URL_IN).orElseGet(() -> run.control(URL)));
    if (url.isEmpty()) {
      throw new NodeFailure("has no address, needs one such as https://example.org/path").at(URL_IN);
    }
    HttpAsk ask = WITH_BODY.contains(method) ? HttpAsk.to(method, url).with(values)
        : HttpAsk.to(method, Address.withQuery(url, values));
    for (Map.Entry<String, JsonNode> header : headers(run).properties()) {
      ask = ask.with(header.getKey(), Values.text(header.getValue()));
    }
    return authenticated(run, ask);
  }

  private static ObjectNode headers(NodeRun run) {
    ObjectNode headers = JsonNodeFactory.instance.objectNode();
    run.control(HEADERS).filter(saved -> !(saved.isTextual() && saved.textValue().isBlank()))
        .map(Request::objectOf).ifPresent(headers::setAll);
    run.find(HEADERS_IN.as(Request::objectOf)).ifPresent(headers::setAll);
    return headers;
  }

  private static ObjectNode objectOf(JsonNode headers) {
    if (headers instanceof ObjectNode object) {
      return object;
    }
    return new HttpAnswer(0, Map.of(), Values.text(headers).getBytes(StandardCharsets.UTF_8)).json()
        .filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
        .orElseThrow(() -> new NodeFailure("has headers that are no object, such as {\"Accept\": \"text/plain\"}"));
  }

  private static HttpAsk authenticated(NodeRun run, HttpAsk ask) {
    String credentials = run.control(CREDENTIALS).strip();
    return switch (run.control(AUTHENTICATION)) {
      case "bearer" -> ask.with("Authorization", "Bearer " + credentials);
      case "basic" -> ask.with("Authorization",
          "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
      case "header" -> {
        int colon = credentials.indexOf(':');
        if (colon < 1) {
          throw new NodeFailure("authenticates by a header, which is written as Header: value");
        }
        yield ask.with(credentials.substring(0, colon).strip(), credentials.substring(colon + 1).strip());
      }
      default -> ask;
    };
  }
}
