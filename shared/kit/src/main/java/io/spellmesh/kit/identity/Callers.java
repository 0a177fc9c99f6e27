package io.spellmesh.kit.identity;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells who is behind an authorization header. Safe for any thread. */
public final class Callers {
  private static final String SCHEME = "Bearer ";

  private final TokenVerifier verifier;
  private final Clock clock;
  private final VerifiedTokens known = new VerifiedTokens();
  private volatile Set<UUID> revoked = Set.of();

  public Callers(TokenVerifier verifier, Clock clock) {
    this.verifier = verifier;
    this.clock = clock;
  }

  /**
   * The person who is signed in.
   *
   * @param authorizationHeader {@code Bearer <access token>}
   * @throws Failure UNAUTHENTICATED, also for the token of a run
   */
  public Caller verify(Optional<String> authorizationHeader) {
    VerifiedToken verified = verified(authorizationHeader);
    if (verified.isOfRun()) {
      throw TokenVerifier.refused();
    }
    return verified.caller();
  }

  /**
   * The person who is signed in, or for whom a run asks.
   *
   * @param authorizationHeader {@code Bearer <access token>}
   * @throws Failure UNAUTHENTICATED
   */
  public Caller verifyPersonOrRun(Optional<String> authorizationHeader) {
    return verified(authorizationHeader).caller();
  }

  private VerifiedToken verified(Optional<String> authorizationHeader) {
    String header = authorizationHeader.orElseThrow(() -> Failure.unauthenticated(
        "who is asking? the header authorization is missing, must be 'Bearer <access token>'"));
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Failure.unauthenticated("the header authorization must be 'Bearer <access token>'");
    }
    return check(header.substring(SCHEME.length()));
  }

  /** Replaces what is known to be revoked: sessions, and users that are gone. */
  public void revoked(Collection<UUID> sessionsAndUsers) {
    revoked = Set.copyOf(sessionsAndUsers);
    Instant now = clock.instant();
    known.keepOnly(token -> token.end().isAfter(now) && !isRevoked(token.caller()));
  }

  /**
   * When the token of a verified caller ends.
   *
   * @throws Failure UNAUTHENTICATED, if it has ended or was revoked
   */
  public Instant endOf(Caller caller) {
    return check(caller.token()).end();
  }

  private VerifiedToken check(String token) {
    VerifiedToken verified = known.find(token)
        .filter(found -> found.end().isAfter(clock.instant()))
        .orElseGet(() -> known.keep(verifier.verify(token)));
    // Looked at each time, so that a token verified while its session ended cannot slip into the cache.
    if (isRevoked(verified.caller())) {
      throw Failure.unauthenticated("the session has ended, sign in again");
    }
    return verified;
  }

  private boolean isRevoked(Caller caller) {
    Set<UUID> now = revoked;
    return now.contains(caller.session()) || now.contains(caller.user());
  }
}
