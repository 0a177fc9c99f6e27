package io.spellmesh.user;

import static io.spellmesh.contract.Nothing.NOTHING;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.user.Users.Refresh;
import io.spellmesh.contract.user.Users.SessionOf;
import io.spellmesh.contract.user.Users.Sessions;
import io.spellmesh.contract.user.Users.SignedIn;
import io.vertx.core.Future;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps log-ins alive and ends them. */
final class SessionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SessionHandler.class);

  private final PgSessionStore sessions;
  private final SignIn signIn;
  private final RevocationNews news;

  SessionHandler(PgSessionStore sessions, SignIn signIn, RevocationNews news) {
    this.sessions = sessions;
    this.signIn = signIn;
    this.news = news;
  }

  /** Fails with UNAUTHENTICATED; if the token had been spent long ago, its session has ended by then. */
  Future<SignedIn> refresh(Refresh ask) {
    Secret fresh = Secret.random("");
    return sessions.rotate(new Secret(ask.refreshToken()).digest(), fresh.digest())
        .compose(rotation -> switch (rotation) {
          case Rotation.Renewed(var account, UUID session) ->
              Future.succeededFuture(signIn.tokens(account, session, fresh));
          case Rotation.Reused(UUID session) -> reused(session);
          case Rotation.Refused() -> refused();
        });
  }

  private Future<SignedIn> reused(UUID session) {
    LOG.atWarn().addKeyValue("session", session).log("session ended, a spent refresh token came again");
    return news.announce().compose(_ -> refused());
  }

  /** One message for all: whoever holds a stolen token need not learn that it was noticed. */
  private static Future<SignedIn> refused() {
    return Future.failedFuture(Failure.unauthenticated("the session has ended, sign in again"));
  }

  /** Ends the session the caller's token belongs to; an API key's token has none, and then nothing ends. */
  Future<Nothing> logout(Caller caller) {
    return sessions.end(caller.session(), caller.user())
        .compose(ended -> ended ? ended(caller.session()) : Future.succeededFuture(NOTHING));
  }

  Future<Sessions> list(Caller caller) {
    return sessions.list(caller.user(), caller.session()).map(Sessions::new);
  }

  /** Fails with NOT_FOUND, if it is none of the caller's. */
  Future<Nothing> end(Caller caller, SessionOf ask) {
    return sessions.end(ask.session(), caller.user()).compose(ended -> ended
        ? ended(ask.session())
        : Future.failedFuture(Failure.notFound("there is no session '" + ask.session() + "'")));
  }

  private Future<Nothing> ended(UUID session) {
    LOG.atInfo().addKeyValue("session", session).log("session ended");
    return news.announce().map(NOTHING);
  }
}
