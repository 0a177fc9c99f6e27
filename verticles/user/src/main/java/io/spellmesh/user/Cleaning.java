package io.spellmesh.user;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what no longer counts. Any process may do it at any time. */
final class Cleaning {
  private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);
  /** Someone who was away this long proves himself like a stranger. */
  private static final Duration ADDRESS_LIFE = Duration.ofDays(90);

  private static final String REVOCATIONS = """
      DELETE FROM "user".revocation WHERE until < now()""";
  private static final String LINK_CODES = """
      DELETE FROM "user".link_code WHERE until < now()""";
  private static final String TICKETS = """
      DELETE FROM "user".ticket WHERE until < now()""";
  private static final String ATTEMPTS = """
      DELETE FROM "user".attempt WHERE at < now() - make_interval(secs => $1)""";
  private static final String ADDRESSES = """
      DELETE FROM "user".known_address WHERE last_used < now() - make_interval(secs => $1)""";
  private static final String TOKENS = """
      DELETE FROM "user".refresh_token WHERE created < now() - make_interval(secs => $1)""";
  /** A session whose every refresh token has lain too long; its access tokens ended long before. */
  private static final String SESSIONS = """
      DELETE FROM "user".session WHERE last_used < now() - make_interval(secs => $1)""";

  private final Pool pool;
  private final UserConfig config;

  Cleaning(Pool pool, UserConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Never fails: what stayed is removed the next time. */
  Future<Void> run() {
    return pool.preparedQuery(REVOCATIONS).execute()
        .compose(_ -> pool.preparedQuery(LINK_CODES).execute())
        .compose(_ -> pool.preparedQuery(TICKETS).execute())
        .compose(_ -> older(ATTEMPTS, UserConfig.LONGEST_WINDOW))
        .compose(_ -> older(ADDRESSES, ADDRESS_LIFE))
        .compose(_ -> older(SESSIONS, config.auth().refreshTokenLife()))
        .compose(_ -> older(TOKENS, config.auth().refreshTokenLife()))
        .otherwise(error -> {
          LOG.atWarn().addKeyValue("cause", error.toString()).log("old rows not removed, tried again later");
          return null;
        });
  }

  private Future<Void> older(String statement, Duration age) {
    return pool.preparedQuery(statement).execute(Tuple.of((double) age.toSeconds())).mapEmpty();
  }
}
