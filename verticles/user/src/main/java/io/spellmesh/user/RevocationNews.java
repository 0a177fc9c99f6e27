package io.spellmesh.user;

import io.spellmesh.kit.identity.Revocations;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every process which sessions, keys and accounts have ended. Used from one context only. */
final class RevocationNews {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationNews.class);
  private static final String REVOKED = """
      SELECT id FROM "user".revocation WHERE until > now()""";

  private final Vertx vertx;
  private final Pool pool;
  private Future<Void> underWay = Future.succeededFuture();
  private Optional<Future<Void>> next = Optional.empty();

  RevocationNews(Vertx vertx, Pool pool) {
    this.vertx = vertx;
    this.pool = pool;
  }

  /**
   * Publishes the list as it is now, or as it is a moment later: callers that come while one is under way
   * share the next, so that a storm of log-outs does not read the list once for each. Never fails: what
   * cannot be published now is published by the timer.
   */
  Future<Void> announce() {
    if (underWay.isComplete()) {
      underWay = publish();
      return underWay;
    }
    if (next.isEmpty()) {
      next = Optional.of(underWay.compose(_ -> {
        underWay = next.orElseThrow();
        next = Optional.empty();
        return publish();
      }));
    }
    return next.orElseThrow();
  }

  private Future<Void> publish() {
    return pool.preparedQuery(REVOKED).execute()
        .<Void>map(rows -> {
          new Revocations(rows.stream().map(row -> row.getUUID("id")).toList()).publish(vertx);
          return null;
        })
        .otherwise(error -> {
          LOG.atWarn().addKeyValue("cause", error.toString())
              .log("revocations not published, the timer tries again");
          return null;
        });
  }
}
