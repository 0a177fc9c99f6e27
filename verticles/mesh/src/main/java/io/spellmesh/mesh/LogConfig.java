package io.spellmesh.mesh;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * Section {@code log}.
 *
 * @param level  of Spellmesh's own lines; others are logged from WARN on
 * @param format of the lines on standard error
 */
record LogConfig(String level, Format format) {
  private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
  /** The appender of conf/logback.xml; an operator's file that has none of this name keeps its own format. */
  private static final String APPENDER = "stderr";

  enum Format { TEXT, JSON }

  LogConfig {
    level = level.toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException("level is " + level + ", must be one of " + String.join(", ", LEVELS));
    }
  }

  void apply() {
    ((Logger) LoggerFactory.getLogger("io.spellmesh")).setLevel(Level.valueOf(level));
    Appender<ILoggingEvent> appender =
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).getAppender(APPENDER);
    if (format == Format.JSON && appender instanceof ConsoleAppender<ILoggingEvent> console) {
      console.setEncoder(json(console));
    }
  }

  private static Encoder<ILoggingEvent> json(ConsoleAppender<ILoggingEvent> console) {
    JsonEncoder json = new JsonEncoder();
    json.setContext(console.getContext());
    json.setWithSequenceNumber(false);
    json.setWithNanoseconds(false);
    json.setWithContext(false);
    json.setWithMDC(false);
    json.setWithFormattedMessage(false);
    json.start();
    return json;
  }
}
