package io.spellmesh.kit.identity;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Signs access tokens, of people and of their runs. */
public final class TokenIssuer {
  static final String ISSUER = "spellmesh";
  static final String AUDIENCE = "mesh";
  static final String RUN_AUDIENCE = "run";
  /** A run asks for a new one when it needs it, so that a stolen one is soon worth nothing. */
  private static final Duration RUN_LIFE = Duration.ofMinutes(5);

  private final JWTAuth signatures;
  private final Clock clock;

  public TokenIssuer(Vertx vertx, SigningKey key, Clock clock) {
    this.signatures = key.signatures(vertx);
    this.clock = clock;
  }

  /**
   * A signed access token of this user's session.
   *
   * @param life until it ends; counted in whole seconds, at most {@link TokenVerifier#LONGEST_LIFE}
   */
  public String issue(UUID user, Set<String> roles, UUID session, Duration life) {
    return sign(claims(user, AUDIENCE, life)
        .put("sid", session.toString())
        .put("roles", new JsonArray(roles.stream().sorted().toList())));
  }

  /**
   * A token for five minutes with which a run asks operations for the person it runs for. REST, the bridge and
   * the operations of accounts refuse it.
   */
  public String issueForRun(UUID user, UUID run) {
    return sign(claims(user, RUN_AUDIENCE, RUN_LIFE).put("run", run.toString()));
  }

  private JsonObject claims(UUID user, String audience, Duration life) {
    Instant now = clock.instant();
    return new JsonObject()
        .put("iss", ISSUER)
        .put("aud", audience)
        .put("sub", user.toString())
        .put("iat", now.getEpochSecond())
        .put("exp", now.plus(life).getEpochSecond())
        .put("jti", UUID.randomUUID().toString());
  }

  private String sign(JsonObject claims) {
    return signatures.generateToken(claims,
        new JWTOptions().setAlgorithm(SigningKey.ALGORITHM).setNoTimestamp(true));
  }
}
