package io.spellmesh.user;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.user.Users.Account;
import io.spellmesh.contract.user.Users.Link;
import io.spellmesh.contract.user.Users.Login;
import io.spellmesh.contract.user.Users.SignedIn;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** Lets people in: by password, or by the code that the program printed at its start. */
final class LoginHandler {
  private static final Set<String> OWNER_ROLES = Set.of("admin", "user");

  private final PgAccountStore accounts;
  private final PgAttemptStore attempts;
  private final PgLinkStore links;
  private final Limits limits;
  private final Passwords passwords;
  private final Turnstile hashing;
  private final SignIn signIn;

  LoginHandler(PgAccountStore accounts, PgAttemptStore attempts, PgLinkStore links, Limits limits,
      Passwords passwords, Turnstile hashing, SignIn signIn) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.links = links;
    this.limits = limits;
    this.passwords = passwords;
    this.hashing = hashing;
    this.signIn = signIn;
  }

  /**
   * Fails with UNAUTHENTICATED, after the same work and in the same words whether there is such an account
   * or not, or with TOO_MANY.
   */
  Future<SignedIn> login(Login ask) {
    Email email = Email.of(ask.email());
    Optional<Origin> origin = ask.address().map(Origin::of);
    return accounts.credentials(email, origin).compose(found -> {
      Attempt attempt = limits.login(email, origin, found.filter(Credentials::knownOrigin).isPresent());
      return prove(attempt, ask.password(), found).compose(account -> attempts.forget(attempt)
          .compose(_ -> accounts.remember(account.id(), origin))
          .compose(_ -> signIn.open(account, "password")));
    });
  }

  /**
   * The attempt is counted as a failure before it is known to be one, or guesses made in parallel would
   * all come before the first is counted; and only at its turn, or people who log in at the same time
   * would look like failures to each other. The check before it keeps those who are refused anyway out
   * of the queue.
   */
  private Future<Account> prove(Attempt attempt, String password, Optional<Credentials> found) {
    return attempts.check(attempt)
        .compose(_ -> hashing.pass(() -> attempts.count(attempt)
            .compose(_ -> passwords.matches(password, found.flatMap(Credentials::passwordHash)))))
        .compose(matches -> found.filter(_ -> matches).map(Credentials::account)
            .map(Future::succeededFuture)
            .orElseGet(() -> Future.failedFuture(Failure.unauthenticated("email or password is wrong"))));
  }

  /** Signs in to the account of whoever runs the program. Fails with UNAUTHENTICATED. */
  Future<SignedIn> link(Link ask) {
    return links.spend(new Secret(ask.code())).compose(spent -> spent
        ? accounts.owner(OWNER_ROLES).compose(owner -> signIn.open(owner, "link"))
        : Future.failedFuture(Failure.unauthenticated(
            "the code is wrong, was used, or is too old; the program prints a new one at its next start")));
  }
}
