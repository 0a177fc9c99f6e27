package io.spellmesh.kit.database;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller is told when the database fails: to come back soon, or the id under which to ask us. */
public final class DatabaseFailures {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailures.class);
  /** An embedded server that was killed is back within about this time. */
  private static final Duration SOON = Duration.ofSeconds(2);

  /**
   * Classes and codes of errors that pass by themselves: connection, resources, operator; not serializable,
   * deadlock, lock not available.
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">error codes</a>
   */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53");
  private static final Set<String> PASSING =
      Set.of("57P01", "57P02", "57P03", "57P05", "40001", "40P01", "55P03");

  /** A wait in the pool that took too long, and a pool that was closed, have no types of their own. */
  private static final Set<String> PASSING_MESSAGES =
      Set.of("Timeout", "Timeout waiting for connection", "Pool closed");

  private DatabaseFailures() {}

  /**
   * TOO_MANY if too many wait for the pool, UNAVAILABLE for what else passes by itself, a failure as it is, and
   * INTERNAL with a logged id otherwise.
   */
  public static Failure map(Throwable error) {
    if (error instanceof Failure failure) {
      return failure;
    }
    if (error instanceof ConnectionPoolTooBusyException) {
      return Failure.tooMany("this process has more to do than it can now, try again", SOON);
    }
    if (passes(error)) {
      LOG.debug("database was not available", error);
      return Failure.unavailable("the database is not available now, try again", SOON);
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.atError().addKeyValue("id", id).setCause(error).log("database failed");
    return new Failure(FailureCode.INTERNAL, "internal error " + id);
  }

  /** The SQLSTATE that PostgreSQL gave, such as 23505 for a duplicate key; empty if it was not asked. */
  public static Optional<String> sqlState(Throwable error) {
    return error instanceof DatabaseException refused
        ? Optional.ofNullable(refused.getSqlState())
        : Optional.empty();
  }

  private static boolean passes(Throwable error) {
    return switch (error) {
      case DatabaseException refused -> Optional.ofNullable(refused.getSqlState())
          .filter(state -> PASSING_CLASSES.contains(state.substring(0, 2)) || PASSING.contains(state))
          .isPresent();
      case ClosedConnectionException _, IOException _ -> true;
      default -> PASSING_MESSAGES.contains(Objects.requireNonNullElse(error.getMessage(), ""));
    };
  }
}
