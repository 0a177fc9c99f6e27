package io.spellmesh.user;

import static io.spellmesh.contract.Nothing.NOTHING;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.user.Users.AccessToken;
import io.spellmesh.contract.user.Users.Account;
import io.spellmesh.contract.user.Users.CreatedKey;
import io.spellmesh.contract.user.Users.Exchange;
import io.spellmesh.contract.user.Users.KeyOf;
import io.spellmesh.contract.user.Users.Keys;
import io.spellmesh.contract.user.Users.NewKey;
import io.spellmesh.kit.identity.TokenIssuer;
import io.vertx.core.Future;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** API keys: what a program signs in with. Its access tokens carry the key's id as their session. */
final class KeyHandler {
  private static final Logger LOG = LoggerFactory.getLogger(KeyHandler.class);
  private static final String PREFIX = "sm_";
  /** Enough to tell one's keys apart; 24 of 256 bits are no help to a guesser. */
  private static final int HINT_LENGTH = PREFIX.length() + 4;

  private final UserConfig config;
  private final PgKeyStore keys;
  private final PgSessionStore sessions;
  private final PgAttemptStore attempts;
  private final Limits limits;
  private final TokenIssuer issuer;
  private final RevocationNews news;

  KeyHandler(UserConfig config, PgKeyStore keys, PgSessionStore sessions, PgAttemptStore attempts,
      Limits limits, TokenIssuer issuer, RevocationNews news) {
    this.config = config;
    this.keys = keys;
    this.sessions = sessions;
    this.attempts = attempts;
    this.limits = limits;
    this.issuer = issuer;
    this.news = news;
  }

  static Failure needsLogin() {
    return new Failure(FailureCode.FORBIDDEN, "this needs a log-in, an API key cannot do it");
  }

  /**
   * Fails with FORBIDDEN unless the caller has logged in, or a stolen key or a session just ended could
   * make itself a successor; with CONFLICT or TOO_MANY if there are enough.
   */
  Future<CreatedKey> create(Caller caller, NewKey ask) {
    return sessions.lives(caller.session(), caller.user())
        .compose(lives -> lives ? Future.succeededFuture() : Future.failedFuture(needsLogin()))
        .compose(_ -> attempts.count(limits.newKey(caller.user())))
        .compose(_ -> store(caller, Texts.storable(ask.name())));
  }

  private Future<CreatedKey> store(Caller caller, String name) {
    Secret secret = Secret.random(PREFIX);
    UUID id = UUID.randomUUID();
    int most = config.users().maxKeys();
    PgKeyStore.Draft draft = new PgKeyStore.Draft(id, caller.user(), caller.session(), name, secret.digest(),
        secret.text().substring(0, HINT_LENGTH));
    return keys.create(draft, most).compose(stored -> stored
        .map(created -> {
          LOG.atInfo().addKeyValue("user", caller.user()).addKeyValue("key", id).log("API key created");
          return Future.succeededFuture(new CreatedKey(id, name, secret.text(), created));
        })
        .orElseGet(() -> Future.failedFuture(Failure.conflict(
            "you have " + most + " API keys, which is as many as there may be; revoke one first"))));
  }

  Future<Keys> list(Caller caller) {
    return keys.list(caller.user()).map(Keys::new);
  }

  /** Fails with NOT_FOUND, if it is none of the caller's. */
  Future<Nothing> revoke(Caller caller, KeyOf ask) {
    return keys.revoke(ask.key(), caller.user(), config.revocationLife()).compose(revoked -> {
      if (!revoked) {
        return Future.failedFuture(Failure.notFound("there is no API key '" + ask.key() + "'"));
      }
      LOG.atInfo().addKeyValue("user", caller.user()).addKeyValue("key", ask.key()).log("API key revoked");
      return news.announce().map(NOTHING);
    });
  }

  /** Fails with UNAUTHENTICATED, if nobody has such a key. */
  Future<AccessToken> exchange(Exchange ask) {
    return keys.use(new Secret(ask.apiKey()).digest()).compose(used -> used
        .map(key -> Future.succeededFuture(token(key.account(), key.key())))
        .orElseGet(() -> Future.failedFuture(Failure.unauthenticated("the API key is not valid"))));
  }

  private AccessToken token(Account account, UUID key) {
    return new AccessToken(issuer.issue(account.id(), account.roles(), key, UserConfig.KEY_TOKEN_LIFE),
        UserConfig.KEY_TOKEN_LIFE.toSeconds());
  }
}
