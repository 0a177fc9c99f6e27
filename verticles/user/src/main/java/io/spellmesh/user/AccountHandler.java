package io.spellmesh.user;

import static io.spellmesh.contract.Nothing.NOTHING;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.user.Users.Account;
import io.spellmesh.contract.user.Users.Register;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.user.UserConfig.Signup;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes accounts, shows them and takes them away. */
final class AccountHandler {
  private static final Logger LOG = LoggerFactory.getLogger(AccountHandler.class);
  private static final Set<String> ROLES = Set.of("user");

  private final UserConfig config;
  private final PgAccountStore accounts;
  private final PgAttemptStore attempts;
  private final Limits limits;
  private final Passwords passwords;
  private final Turnstile hashing;
  private final SignIn signIn;
  private final RevocationNews news;

  AccountHandler(UserConfig config, PgAccountStore accounts, PgAttemptStore attempts, Limits limits,
      Passwords passwords, Turnstile hashing, SignIn signIn, RevocationNews news) {
    this.config = config;
    this.accounts = accounts;
    this.attempts = attempts;
    this.limits = limits;
    this.passwords = passwords;
    this.hashing = hashing;
    this.signIn = signIn;
    this.news = news;
  }

  /** Fails with FORBIDDEN where nobody may, TOO_MANY, or CONFLICT. */
  Future<SignedIn> register(Register ask) {
    if (config.users().signup() == Signup.CLOSED) {
      return Future.failedFuture(new Failure(FailureCode.FORBIDDEN,
          "nobody may register here, ask whoever runs this server"));
    }
    Email email = Email.of(ask.email());
    Optional<Origin> origin = ask.address().map(Origin::of);
    return attempts.count(limits.signup(origin))
        .compose(_ -> email.isReserved() ? taken(email) : create(email, ask))
        .compose(account -> accounts.remember(account.id(), origin)
            .compose(_ -> signIn.open(account, "registration")));
  }

  private Future<Account> create(Email email, Register ask) {
    return hashing.pass(() -> passwords.hash(ask.password()))
        .compose(hash -> accounts.create(email, ask.name(), hash, ROLES))
        .compose(created -> created.map(this::welcome).orElseGet(() -> taken(email)));
  }

  private Future<Account> welcome(Account account) {
    LOG.atInfo().addKeyValue("user", account.id()).log("account created");
    return Future.succeededFuture(account);
  }

  private static Future<Account> taken(Email email) {
    return Future.failedFuture(Failure.conflict("there is an account with the email '" + email.text() + "'"));
  }

  Future<Account> me(Caller caller) {
    return accounts.find(caller.user()).compose(found -> found.map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(Failure.unauthenticated("the account is gone"))));
  }

  /** Fails with FORBIDDEN unless the caller has logged in: a program with an API key cannot do this. */
  Future<Nothing> deleteMe(Caller caller) {
    Duration revokedFor = config.revocationLife();
    return accounts.delete(caller.user(), caller.session(), revokedFor).compose(deleted -> {
      if (!deleted) {
        return Future.failedFuture(KeyHandler.needsLogin());
      }
      LOG.atInfo().addKeyValue("user", caller.user()).log("account deleted");
      return news.announce().map(NOTHING);
    });
  }
}
