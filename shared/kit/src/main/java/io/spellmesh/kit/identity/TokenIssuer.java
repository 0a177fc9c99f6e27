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

/** Signs access tokens. */
public final class TokenIssuer {
  static final String ISSUER = "spellmesh";
  static final String AUDIENCE = "mesh";

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
    Instant now = clock.instant();
    JsonObject claims = new JsonObject()
        .put("iss", ISSUER)
        .put("aud", AUDIENCE)
        .put("sub", user.toString())
        .put("sid", session.toString())
        .put("roles", new JsonArray(roles.stream().sorted().toList()))
        .put("iat", now.getEpochSecond())
        .put("exp", now.plus(life).getEpochSecond())
        .put("jti", UUID.randomUUID().toString());
    return signatures.generateToken(claims,
        new JWTOptions().setAlgorithm(SigningKey.ALGORITHM).setNoTimestamp(true));
  }
}
