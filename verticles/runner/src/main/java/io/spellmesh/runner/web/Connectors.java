package io.spellmesh.runner.web;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.kit.web.WebRequest;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns what a body asks for into a request. Keys are put on here, and nothing that a body sees has them. */
public final class Connectors {

  /** How a service is told the key. */
  private sealed interface Key {
    record None() implements Key {}

    record Header(String name, String prefix, boolean isNeeded) implements Key {}

    record Query(String name) implements Key {}
  }

  private record Known(Optional<String> baseUrl, Optional<String> key, Key how, Map<String, String> query) {}

  private static final Key BEARER_IF_GIVEN = new Key.Header("authorization", "Bearer ", false);

  private final Map<String, Known> known;
  private final Optional<String> engine;

  public Connectors(ConnectorsConfig config) {
    engine = config.google().engine();
    known = Map.of(
        "google", new Known(config.google().baseUrl(), config.google().key(), new Key.Query("key"),
            engine.map(id -> Map.of("cx", id)).orElse(Map.of())),
        "wikipedia", known(config.wikipedia(), new Key.None()),
        "weaviate", known(config.weaviate(), BEARER_IF_GIVEN),
        "ethereum", known(config.ethereum(), BEARER_IF_GIVEN),
        "pinecone", known(config.pinecone(), new Key.Header("api-key", "", true)),
        "github", known(config.github(), BEARER_IF_GIVEN),
        "images", known(config.images(), BEARER_IF_GIVEN),
        "speech", known(config.speech(), BEARER_IF_GIVEN),
        "metaphor", known(config.metaphor(), new Key.Header("x-api-key", "", true)),
        "mcp", known(config.mcp(), BEARER_IF_GIVEN));
  }

  private static Known known(ConnectorsConfig.Service service, Key how) {
    return new Known(service.baseUrl(), service.key(), how, Map.of());
  }

  /** @throws NodeFailure that says what to configure; or what is wrong with the request, as its Failure */
  public WebRequest request(HttpAsk ask) {
    return ask.connector().map(name -> to(name, ask)).orElseGet(() ->
        new WebRequest(ask.method(), ask.url(), ask.headers(), ask.body().map(Buffer::buffer), false));
  }

  private WebRequest to(String name, HttpAsk ask) {
    Known service = Optional.ofNullable(known.get(name))
        .orElseThrow(() -> new IllegalStateException("there is no connector " + name));
    String base = service.baseUrl().orElseThrow(() -> unconfigured(name, "base-url"));
    if (name.equals("google") && engine.isEmpty()) {
      throw unconfigured(name, "engine");
    }
    Map<String, String> headers = new LinkedHashMap<>(ask.headers());
    Map<String, String> query = new LinkedHashMap<>(service.query());
    switch (service.how()) {
      case Key.None _ -> { }
      case Key.Query(String key) -> query.put(key, service.key().orElseThrow(() -> unconfigured(name, "key")));
      case Key.Header(String header, String prefix, boolean isNeeded) -> {
        if (isNeeded && service.key().isEmpty()) {
          throw unconfigured(name, "key");
        }
        service.key().ifPresent(key -> headers.put(header, prefix + key));
      }
    }
    String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + ask.url();
    return new WebRequest(ask.method(), with(url, query), headers, ask.body().map(Buffer::buffer), true);
  }

  private static String with(String url, Map<String, String> query) {
    StringBuilder whole = new StringBuilder(url);
    query.forEach((name, value) -> whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return whole.toString();
  }

  private static NodeFailure unconfigured(String connector, String key) {
    return new NodeFailure(FailureCode.UNAVAILABLE, "needs a service that is not set up; configure connectors."
        + connector + "." + key);
  }
}
