package io.spellmesh.testkit;

import io.spellmesh.contract.Operation;
import io.spellmesh.kit.DataConfig;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.config.Settings;
import io.spellmesh.kit.database.Database;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.metrics.Metrics;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A process of the mesh for tests: a Vert.x that is not clustered, the project's default settings, an
 * empty database of its own. In a test class:
 *
 * <pre>{@code
 * @AutoClose
 * private final TestMember member = TestMember.start();
 * }</pre>
 */
public final class TestMember implements AutoCloseable {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
  /** One key for all tests of a run: making one per test would cost more than most tests. */
  private static final SigningKey KEY =
      SigningKey.load(Optional.empty(), ProjectFolder.root().resolve("target").resolve("testkit-data"));

  private final Member member;
  private final String databaseUrl;

  private TestMember(Member member, String databaseUrl) {
    this.member = member;
    this.databaseUrl = databaseUrl;
  }

  public static TestMember start() {
    return start(Map.of());
  }

  /** @param settings over the defaults, by dotted key, as {@code http.port}; lists with commas */
  public static TestMember start(Map<String, String> settings) {
    String databaseUrl = TestServer.get().createDatabase();
    Map<String, String> values = new HashMap<>(Map.of(
        "database.url", databaseUrl,
        "database.pool-size", "4",
        "data.dir", ProjectFolder.root().resolve("target").resolve("testkit-data").toString(),
        "http.port", "0"));
    values.putAll(settings);
    Settings effective = defaults().with(values);
    Vertx vertx = Vertx.vertx();
    Member member = Waiting.await(Database.open(vertx, DataConfig.of(effective).database())
        .compose(database -> Member.of(Member.newId(), vertx, effective, database, KEY, new Metrics())));
    return new TestMember(member, databaseUrl);
  }

  /** The project's own conf/mesh.yaml, nothing over it. */
  public static Settings defaults() {
    Path file = ProjectFolder.root().resolve("conf").resolve("mesh.yaml");
    try {
      return Settings.load(Optional.empty(), Map.of(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Member member() {
    return member;
  }

  public Vertx vertx() {
    return member.vertx();
  }

  /** Deploys a verticle and waits until it has started. @return the deployment's id */
  public String deploy(Deployable verticle) {
    return Waiting.await(member.vertx().deployVerticle(verticle));
  }

  /** An access token of a new session of this user, who has the role {@code user}. */
  public String callerToken(UUID user) {
    return callerToken(user, Set.of("user"));
  }

  public String callerToken(UUID user, Set<String> roles) {
    return member.issuer().issue(user, roles, UUID.randomUUID(), TOKEN_LIFE);
  }

  /** Asks over the bus as this user, in a new session. */
  public <Q, A> Future<A> ask(UUID user, Operation<Q, A> operation, Q question) {
    return member.mesh().ask(operation, question, callerToken(user));
  }

  /** Ends the process and takes its database away. */
  @Override
  public void close() {
    try {
      // Verticles first: what they do at their end may still need the database.
      Waiting.await(undeployAll().eventually(() -> member.database().close()));
    } finally {
      endVertx();
    }
  }

  private void endVertx() {
    try {
      // Not chained: the continuation would belong to a context that the close has ended.
      Waiting.await(member.vertx().close());
    } finally {
      TestServer.get().dropDatabase(databaseUrl);
    }
  }

  private Future<Void> undeployAll() {
    return Future.join(member.vertx().deploymentIDs().stream().map(this::undeploy).toList()).mapEmpty();
  }

  /** A verticle that another deployed goes with it, perhaps before its own turn comes. */
  private Future<Void> undeploy(String deployment) {
    return member.vertx().undeploy(deployment).recover(error ->
        error instanceof IllegalStateException ? Future.succeededFuture() : Future.failedFuture(error));
  }
}
