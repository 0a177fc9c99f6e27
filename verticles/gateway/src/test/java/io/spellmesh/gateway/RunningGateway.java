package io.spellmesh.gateway;

import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.stream.Streams;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.config.Settings;
import io.spellmesh.kit.identity.Callers;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.kit.identity.TokenVerifier;
import io.spellmesh.kit.metrics.Metrics;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A gateway on a free port of loopback, with stand-ins for everything behind it. */
public final class RunningGateway implements AutoCloseable {
  public static final UUID ALICE = UUID.fromString("00000000-0000-4000-8000-00000000000a");
  public static final UUID BOB = UUID.fromString("00000000-0000-4000-8000-00000000000b");

  private final Vertx vertx = Vertx.vertx();
  private final StandIns services = new StandIns();
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(5)).build();
  private final Readiness readiness;
  private final Member member;
  private final GatewayVerticle gateway;

  /** @param settings over those of mesh.yaml, by dotted key */
  public RunningGateway(Path keys, Map<String, String> settings, Map<String, Future<?>> checks) {
    member = member(vertx, keys, settings);
    Map<String, Supplier<Future<?>>> suppliers = new HashMap<>();
    checks.forEach((name, result) -> suppliers.put(name, () -> result));
    readiness = new Readiness(suppliers);
    gateway = new GatewayVerticle(member, readiness);
    await(services.serve(member.serving()));
    await(vertx.deployVerticle(gateway));
  }

  public RunningGateway(Path keys, Map<String, String> settings) {
    this(keys, settings, Map.of());
  }

  /** A member without a database: the gateway needs it for readiness only, which is given here. */
  public static Member member(Vertx vertx, Path keys, Map<String, String> settings) {
    SigningKey key = SigningKey.load(Optional.empty(), keys);
    Callers callers = new Callers(new TokenVerifier(vertx, key, Clock.systemUTC()), Clock.systemUTC());
    Map<String, String> overrides = new HashMap<>(settings);
    overrides.put("http.port", "0");
    MeshClient mesh = new MeshClient(vertx);
    return new Member("p1", vertx, settings().with(overrides), null, callers,
        new TokenIssuer(vertx, key, Clock.systemUTC()), new Serving(vertx, callers, "p1"), mesh,
        await(new Streams(vertx, mesh, "p1").listen()), new Metrics());
  }

  private static Settings settings() {
    try {
      return Settings.load(Optional.empty(), Map.of(), Files.readString(Path.of("../../conf/mesh.yaml")));
    } catch (IOException e) {
      throw new IllegalStateException("the tests run in the room's folder", e);
    }
  }

  public static <T> T await(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("nothing came within 10 s", e);
    }
  }

  public StandIns services() {
    return services;
  }

  public Readiness readiness() {
    return readiness;
  }

  public Vertx vertx() {
    return vertx;
  }

  public Member member() {
    return member;
  }

  public int port() {
    return gateway.port();
  }

  public String token(UUID user) {
    return token(user, Duration.ofMinutes(10));
  }

  public String token(UUID user, Duration life) {
    return member.issuer().issue(user, Set.of("user"), user, life);
  }

  /** A request by Alice. */
  public Reply ask(String method, String path) throws Exception {
    return ask(method, path, "", Map.of());
  }

  /** A request by Alice, with JSON if there is a body. */
  public Reply ask(String method, String path, String body, Map<String, String> headers) throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("Authorization", "Bearer " + token(ALICE)));
    all.putAll(headers);
    return stranger(method, path, body, all);
  }

  /** A request with these headers and nobody's token. */
  public Reply stranger(String method, String path, String body, Map<String, String> headers)
      throws Exception {
    HttpResponse<String> raw = client.send(request(method, path, body, headers),
        HttpResponse.BodyHandlers.ofString());
    return new Reply(raw.statusCode(), raw.body(), raw);
  }

  public HttpRequest request(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20))
        .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return request.build();
  }

  public HttpClient client() {
    return client;
  }

  /** A connection of one's own, for what no proper client sends. */
  public Socket socket() throws IOException {
    Socket socket = new Socket("127.0.0.1", port());
    socket.setSoTimeout(15_000);
    return socket;
  }

  public Future<Void> undeploy() {
    return vertx.undeploy(gateway.deploymentID());
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
