package io.spellmesh.kit.database;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Flyway has to say, one level lower: its INFO tells of products as much as of progress. */
final class FlywayLog implements Log {
  private final Logger log;

  FlywayLog(Class<?> speaker) {
    this.log = LoggerFactory.getLogger(speaker);
  }

  @Override
  @Deprecated
  public boolean isDebugEnabled() {
    return log.isTraceEnabled();
  }

  @Override
  public void debug(String message) {
    log.trace(message);
  }

  @Override
  public void info(String message) {
    log.debug(message);
  }

  @Override
  public void notice(String message) {
    log.debug(message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
  }

  @Override
  public void error(String message) {
    log.error(message);
  }

  @Override
  public void error(String message, Exception cause) {
    log.error(message, cause);
  }
}
