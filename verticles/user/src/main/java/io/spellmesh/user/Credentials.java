package io.spellmesh.user;

import io.spellmesh.contract.user.Users.Account;
import java.util.Optional;

/**
 * An account as a log-in needs it.
 *
 * @param passwordHash empty if no password opens it
 * @param knownOrigin  whether it was signed in from the asker's address before
 */
record Credentials(Account account, Optional<String> passwordHash, boolean knownOrigin) {
  /** Without the hash. */
  @Override
  public String toString() {
    return "Credentials[account=" + account.id() + "]";
  }
}
