package io.spellmesh.user;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.user.Users.Account;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.kit.database.DatabaseFailures;
import io.spellmesh.kit.identity.TokenIssuer;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a session for somebody who has proved who he is, and gives him its tokens. */
final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final PgSessionStore sessions;
  private final TokenIssuer issuer;
  private final Duration accessTokenLife;

  SignIn(PgSessionStore sessions, TokenIssuer issuer, Duration accessTokenLife) {
    this.sessions = sessions;
    this.issuer = issuer;
    this.accessTokenLife = accessTokenLife;
  }

  /** @param by how it was proved; for the log */
  Future<SignedIn> open(Account account, String by) {
    UUID session = UUID.randomUUID();
    Secret refresh = Secret.random("");
    return sessions.open(session, account.id(), refresh.digest())
        .recover(SignIn::accountGone)
        .map(_ -> {
          LOG.atInfo().addKeyValue("user", account.id()).addKeyValue("session", session)
              .addKeyValue("by", by).log("session opened");
          return tokens(account, session, refresh);
        });
  }

  SignedIn tokens(Account account, UUID session, Secret refresh) {
    String access = issuer.issue(account.id(), account.roles(), session, accessTokenLife);
    return new SignedIn(account, access, refresh.text(), accessTokenLife.toSeconds());
  }

  /** The account was deleted between the proof and the session. */
  private static Future<Void> accountGone(Throwable error) {
    boolean gone = DatabaseFailures.sqlState(error).filter(FOREIGN_KEY_VIOLATION::equals).isPresent();
    return Future.failedFuture(gone ? Failure.unauthenticated("the account is gone") : error);
  }
}
