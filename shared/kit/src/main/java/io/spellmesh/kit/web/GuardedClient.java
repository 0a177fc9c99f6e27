package io.spellmesh.kit.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests that people thought of. One for a room of a process; no proxy is taken from the environment. */
public final class GuardedClient {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int CONNECTIONS_TO_A_HOST = 20;

  private final Vertx vertx;
  private final EgressConfig config;
  private final Gate gate;
  private final HttpClient client;
  /** Bytes of answers under way. */
  private final AtomicLong held = new AtomicLong();

  public GuardedClient(Vertx vertx, EgressConfig config) {
    this(vertx, config, Names.ofSystem(vertx));
  }

  public GuardedClient(Vertx vertx, EgressConfig config, Names names) {
    this.vertx = vertx;
    this.config = config;
    gate = new Gate(names, config.allow());
    client = vertx.createHttpClient(
        new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setDecompressionSupported(true),
        new PoolOptions().setHttp1MaxSize(CONNECTIONS_TO_A_HOST));
  }

  /** Begins a request; it can be stopped. */
  public WebCall send(WebRequest request) {
    WebCall call = new WebCall(vertx, config, gate, client, held, request);
    call.start();
    return call;
  }
}
