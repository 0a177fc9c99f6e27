package io.spellmesh.user;

import io.spellmesh.contract.user.Users;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Serves {@link Users}: accounts, sessions and API keys. */
public final class UserVerticle extends VerticleBase {
  /** How soon every process has heard of an ended session, should the first word of it be lost. */
  private static final Duration ANNOUNCE_EVERY = Duration.ofSeconds(5);
  private static final Duration CLEAN_EVERY = Duration.ofMinutes(5);
  /** As long as somebody needs who reads the line that the program printed. */
  private static final Duration LINK_LIFE = Duration.ofMinutes(15);
  private static final int SHORTEST_LINK_CODE = 22;

  private final Member member;
  private final UserConfig config;
  private final Optional<Secret> linkCode;

  /**
   * @param linkCode signs in once, within 15 minutes of the start, to the account of whoever runs the
   *                 program; as {@link #newLinkCode()} makes them, at least 22 characters of chance, since
   *                 guesses at it are not counted
   */
  public UserVerticle(Member member, UserConfig config, Optional<String> linkCode) {
    this.member = member;
    this.config = config;
    this.linkCode = linkCode.map(UserVerticle::checked);
  }

  /** A code nobody guesses. */
  public static String newLinkCode() {
    return Secret.random("").text();
  }

  private static Secret checked(String code) {
    if (code.length() < SHORTEST_LINK_CODE) {
      throw new IllegalArgumentException("the link code has " + code.length()
          + " characters, must have at least " + SHORTEST_LINK_CODE);
    }
    return new Secret(code);
  }

  @Override
  public Future<?> start() {
    Pool pool = member.database().pool();
    RevocationNews news = new RevocationNews(vertx, pool);
    Cleaning cleaning = new Cleaning(pool, config);
    PgLinkStore links = new PgLinkStore(pool);
    return member.database().migrate("user")
        .compose(_ -> linkCode.map(code -> links.offer(code, LINK_LIFE)).orElseGet(Future::succeededFuture))
        .compose(_ -> cleaning.run())
        .compose(_ -> serve(pool, links, news))
        .compose(_ -> news.announce())
        .onSuccess(_ -> {
          vertx.setPeriodic(ANNOUNCE_EVERY.toMillis(), _ -> news.announce());
          vertx.setPeriodic(CLEAN_EVERY.toMillis(), _ -> cleaning.run());
        });
  }

  private Future<?> serve(Pool pool, PgLinkStore links, RevocationNews news) {
    PgAccountStore accounts = new PgAccountStore(pool);
    PgSessionStore sessions = new PgSessionStore(pool, config);
    PgAttemptStore attempts = new PgAttemptStore(pool);
    Limits limits = new Limits(config.users());
    Passwords passwords = new Passwords(vertx);
    Turnstile hashing = new Turnstile(Passwords.AT_ONCE, config.users().maxHashing());
    SignIn signIn = new SignIn(sessions, member.issuer(), config.auth().accessTokenLife());

    AccountHandler account =
        new AccountHandler(config, accounts, attempts, limits, passwords, hashing, signIn, news);
    LoginHandler login = new LoginHandler(accounts, attempts, links, limits, passwords, hashing, signIn);
    SessionHandler session = new SessionHandler(sessions, signIn, news);
    KeyHandler key = new KeyHandler(config, new PgKeyStore(pool), sessions, attempts, limits, member.issuer(),
        news);
    TicketHandler ticket =
        new TicketHandler(new PgTicketStore(pool), member.issuer(), config.auth().accessTokenLife());

    Serving serving = member.serving();
    return Future.all(List.of(
        serving.serveOpen(Users.REGISTER, account::register),
        serving.serveOpen(Users.LOGIN, login::login),
        serving.serveOpen(Users.LINK, login::link),
        serving.serveOpen(Users.REFRESH, session::refresh),
        serving.serveOpen(Users.EXCHANGE, key::exchange),
        serving.serveOpen(Users.SPEND, ticket::spend),
        serving.serveSignedIn(Users.TICKET, (caller, _) -> ticket.offer(caller)),
        serving.serveSignedIn(Users.ME, (caller, _) -> account.me(caller)),
        serving.serveSignedIn(Users.DELETE_ME, (caller, _) -> account.deleteMe(caller)),
        serving.serveSignedIn(Users.LOGOUT, (caller, _) -> session.logout(caller)),
        serving.serveSignedIn(Users.SESSIONS, (caller, _) -> session.list(caller)),
        serving.serveSignedIn(Users.SESSION_END, session::end),
        serving.serveSignedIn(Users.KEY_CREATE, key::create),
        serving.serveSignedIn(Users.KEY_LIST, (caller, _) -> key.list(caller)),
        serving.serveSignedIn(Users.KEY_REVOKE, key::revoke)));
  }
}
