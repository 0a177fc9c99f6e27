package io.spellmesh.kit;

import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.stream.Streams;
import io.spellmesh.kit.config.Settings;
import io.spellmesh.kit.database.Database;
import io.spellmesh.kit.identity.Callers;
import io.spellmesh.kit.identity.Revocations;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.kit.identity.TokenVerifier;
import io.spellmesh.kit.metrics.Metrics;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.UUID;

/**
 * One process of the mesh, as its rooms see it.
 *
 * @param id       unique among the processes that ever were; lower-case letters and digits
 * @param settings the effective configuration
 * @param callers  who is behind a token
 * @param issuer   signs tokens
 * @param serving  answers operations
 * @param mesh     asks operations
 * @param streams  asks those that tell their answers while they make them
 * @param metrics  what it counts of itself
 */
public record Member(String id, Vertx vertx, Settings settings, Database database, Callers callers,
    TokenIssuer issuer, Serving serving, MeshClient mesh, Streams streams, Metrics metrics) {

  /** An id for a process that starts. */
  public static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /**
   * Puts a process together of what it has opened; complete once revocations and parts of answers reach it.
   *
   * @param key     signs and checks the tokens of the mesh
   * @param metrics those that the Vert.x counts in, if it does
   */
  public static Future<Member> of(String id, Vertx vertx, Settings settings, Database database,
      SigningKey key, Metrics metrics) {
    Clock clock = Clock.systemUTC();
    Callers callers = new Callers(new TokenVerifier(vertx, key, clock), clock);
    MeshClient mesh = new MeshClient(vertx);
    Streams streams = new Streams(vertx, mesh, id);
    Member member = new Member(id, vertx, settings, database, callers, new TokenIssuer(vertx, key, clock),
        new Serving(vertx, callers, id), mesh, streams, metrics);
    return Future.all(Revocations.follow(vertx, callers), streams.listen()).map(member);
  }
}
