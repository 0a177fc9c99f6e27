package io.spellmesh.mesh;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** Section {@code log}. @param level of Spellmesh's own lines; others are logged from WARN on */
record LogConfig(String level) {
  private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

  LogConfig {
    level = level.toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException("level is " + level + ", must be one of " + String.join(", ", LEVELS));
    }
  }

  void apply() {
    ((Logger) LoggerFactory.getLogger("io.spellmesh")).setLevel(Level.valueOf(level));
  }
}
