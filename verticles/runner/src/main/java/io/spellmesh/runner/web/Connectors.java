package io.spellmesh.runner.web;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.kit.web.WebRequest;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a body asks for into a request. Keys are put on here, and nothing that a body sees has them. */
public final class Connectors {

  /** How a service is told the key. */
  private sealed interface Key {
    record None() implements Key {}

    record Header(String name, String prefix, boolean isNeeded) implements Key {}

    record Query(String name) implements Key {}

    /** The same key in several headers. */
    record Headers(List<Header> headers) implements Key {}
  }

  private record Known(Optional<String> baseUrl, Optional<String> key, Key how, Map<String, String> query) {}

  private static final Key.Header BEARER_IF_GIVEN = new Key.Header("authorization", "Bearer ", false);

  private final Map<String, Known> known;
  private final Optional<String> engine;
  private final Optional<EthereumKey> signingKey;

  public Connectors(ConnectorsConfig config) {
    engine = config.google().engine();
    signingKey = config.ethereum().signingKey().map(EthereumKey::of);
    known = Map.ofEntries(
        Map.entry("google", new Known(config.google().baseUrl(), config.google().key(), new Key.Query("key"),
            engine.map(id -> Map.of("cx", id)).orElse(Map.of()))),
        Map.entry("wikipedia", known(config.wikipedia(), new Key.None())),
        Map.entry("weaviate", known(config.weaviate(), BEARER_IF_GIVEN)),
        Map.entry("ethereum", new Known(config.ethereum().baseUrl(), config.ethereum().key(), BEARER_IF_GIVEN,
            Map.of())),
        Map.entry("solidity", known(config.solidity(), BEARER_IF_GIVEN)),
        Map.entry("pinecone", known(config.pinecone(), new Key.Header("api-key", "", true))),
        Map.entry("github", known(config.github(), BEARER_IF_GIVEN)),
        Map.entry("images", known(config.images(), BEARER_IF_GIVEN)),
        Map.entry("speech", known(config.speech(), BEARER_IF_GIVEN)),
        Map.entry("mcp", known(config.mcp(), BEARER_IF_GIVEN)),
        Map.entry("metaphor", known(config.metaphor(), new Key.Header("x-api-key", "", true))),
        // Supabase asks for its key in both.
        Map.entry("records", known(config.records(),
            new Key.Headers(List.of(BEARER_IF_GIVEN, new Key.Header("apikey", "", false))))),
        Map.entry("discord", known(config.discord(), new Key.Header("authorization", "Bot ", true))));
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
      case Key.Header header -> headers.putAll(header(name, header, service));
      case Key.Headers(List<Key.Header> all) -> all.forEach(header -> headers.putAll(header(name, header, service)));
    }
    String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + ask.url();
    return new WebRequest(ask.method(), with(url, query), headers, ask.body().map(Buffer::buffer), true);
  }

  private static Map<String, String> header(String connector, Key.Header header, Known service) {
    if (header.isNeeded() && service.key().isEmpty()) {
      throw unconfigured(connector, "key");
    }
    return service.key().map(key -> Map.of(header.name(), header.prefix() + key)).orElse(Map.of());
  }

  /** @throws NodeFailure that says what to configure */
  EthereumKey signer(String connector) {
    if (!connector.equals("ethereum")) {
      throw new IllegalStateException("nothing is signed for the connector " + connector);
    }
    return signingKey.orElseThrow(() -> unconfigured(connector, "signing-key"));
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
