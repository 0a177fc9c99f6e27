package io.spellmesh.contract;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, as proved by the access token that came with the request.
 *
 * @param user    id of the account
 * @param roles   {@code user}, {@code admin}
 * @param session the log-in the token belongs to; ends with it
 * @param token   the token itself, to ask further on the same person's behalf
 */
public record Caller(UUID user, Set<String> roles, UUID session, String token) {
  public Caller {
    Objects.requireNonNull(user, "user is missing");
    Objects.requireNonNull(session, "session is missing");
    Objects.requireNonNull(token, "token is missing");
    roles = Set.copyOf(roles);
  }

  /** Without the token, which no log may show. */
  @Override
  public String toString() {
    return "Caller[user=" + user + ", roles=" + roles + ", session=" + session + "]";
  }
}
