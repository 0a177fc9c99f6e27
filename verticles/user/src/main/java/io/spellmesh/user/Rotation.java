package io.spellmesh.user;

import io.spellmesh.contract.user.Users.Account;
import java.util.UUID;

/** What came of a refresh token that was brought. */
sealed interface Rotation {
  /** It was good, and the fresh one is stored in its place. */
  record Renewed(Account account, UUID session) implements Rotation {}

  /** It never was one, or its session has ended, or it lay too long. */
  record Refused() implements Rotation {}

  /** It had been spent before: one of the two who know it is a thief, and the session is ended. */
  record Reused(UUID session) implements Rotation {}
}
