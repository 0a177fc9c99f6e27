package io.spellmesh.kit.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Accepts exactly the tokens that {@link TokenIssuer} makes. The vendor's check of the signature is the
 * last of ours, because by itself it accepts tokens without an end, for another audience, with doubled
 * claims, or with critical headers it does not know.
 */
public final class TokenVerifier {
  /** No token lives longer; one that says so was not made by us. */
  public static final Duration LONGEST_LIFE = Duration.ofHours(24);

  /** A token of ours has under 1 KB; a flood of larger ones is refused before it is looked at. */
  private static final int LONGEST_TOKEN = 4096;
  private static final int SIGNATURE_BYTES = 64;
  /** How far the clocks of two machines may differ. */
  private static final Duration LEEWAY = Duration.ofSeconds(30);
  private static final Set<String> TYPES = Set.of("JWT", "at+jwt");

  private final Map<String, JWTAuth> signaturesByKey;
  private final Clock clock;

  public TokenVerifier(Vertx vertx, SigningKey key, Clock clock) {
    this.signaturesByKey = Map.of(key.id(), key.signatures(vertx));
    this.clock = clock;
  }

  /** @throws Failure UNAUTHENTICATED, and nothing else, whatever the text is */
  VerifiedToken verify(String token) {
    if (token.length() > LONGEST_TOKEN) {
      throw refused();
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw refused();
    }
    JWTAuth signatures = signaturesFor(TokenPart.object(parts[0]));
    VerifiedToken verified = claimed(TokenPart.object(parts[1]), token);
    if (TokenPart.bytes(parts[2]).length != SIGNATURE_BYTES || !isSigned(signatures, token)) {
      throw refused();
    }
    return verified;
  }

  private JWTAuth signaturesFor(ObjectNode header) {
    // Headers that name a key (jku, x5u, jwk, x5c) are never looked at: keys come from the map alone.
    JWTAuth known = signaturesByKey.get(text(header, "kid"));
    boolean fits = known != null
        && text(header, "alg").equals(SigningKey.ALGORITHM)
        && TYPES.contains(text(header, "typ"))
        && !header.has("crit");
    if (!fits) {
      throw refused();
    }
    return known;
  }

  private VerifiedToken claimed(ObjectNode claims, String token) {
    Instant now = clock.instant();
    Instant end = instant(claims, "exp");
    if (!end.isAfter(now)) {
      throw Failure.unauthenticated("the access token has expired");
    }
    boolean isOfRun = text(claims, "aud").equals(TokenIssuer.RUN_AUDIENCE);
    boolean fits = text(claims, "iss").equals(TokenIssuer.ISSUER)
        && (isOfRun || text(claims, "aud").equals(TokenIssuer.AUDIENCE))
        && !end.isAfter(now.plus(LONGEST_LIFE))
        && !instant(claims, "iat").isAfter(now.plus(LEEWAY))
        && (!claims.has("nbf") || !instant(claims, "nbf").isAfter(now.plus(LEEWAY)));
    if (!fits) {
      throw refused();
    }
    UUID user = id(claims, "sub");
    Caller caller = isOfRun ? new Caller(user, Set.of(), id(claims, "run"), token)
        : new Caller(user, roles(claims), id(claims, "sid"), token);
    return new VerifiedToken(caller, end, isOfRun);
  }

  private static boolean isSigned(JWTAuth signatures, String token) {
    try {
      Future<User> checked = signatures.authenticate(new TokenCredentials(token));
      // The vendor answers at once; a future that is still open has checked nothing.
      return checked.succeeded();
    } catch (RuntimeException vendorStumbled) {
      // What it throws over malformed tokens is not documented, and none of it makes a token good.
      return false;
    }
  }

  private static Set<String> roles(ObjectNode claims) {
    JsonNode roles = claims.path("roles");
    Set<String> names = StreamSupport.stream(roles.spliterator(), false)
        .map(role -> role.isTextual() ? role.textValue() : "")
        .collect(Collectors.toUnmodifiableSet());
    if (!roles.isArray() || names.contains("")) {
      throw refused();
    }
    return names;
  }

  private static Instant instant(ObjectNode claims, String name) {
    JsonNode value = claims.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw refused();
    }
    long seconds = value.longValue();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      throw refused();
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static UUID id(ObjectNode claims, String name) {
    String text = text(claims, name);
    try {
      UUID id = UUID.fromString(text);
      // The parser also takes shortened forms, which would be a second name for the same id.
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException notAnId) {
      throw refused();
    }
    throw refused();
  }

  /** Empty where there is no such text, which nothing accepts. */
  private static String text(ObjectNode object, String name) {
    JsonNode value = object.path(name);
    return value.isTextual() ? value.textValue() : "";
  }

  /** One message for everything, because who forges a token must not learn what was wrong with it. */
  static Failure refused() {
    return Failure.unauthenticated("the access token is not valid");
  }
}
