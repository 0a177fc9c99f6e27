package io.spellmesh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a measurement was told on the command line, as {@code sockets=100}. */
public record Options(Map<String, String> values) {
  public Options {
    values = Map.copyOf(values);
  }

  /** @throws IllegalArgumentException naming the word that is no {@code name=value} */
  static Options of(String[] words) {
    Map<String, String> values = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("'" + word + "' must be name=value, such as sockets=100");
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Options(values);
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  /** The built program: {@code jar=…}, else where the build puts it. */
  public Path jar() {
    return Path.of(text("jar", "verticles/mesh/target/spellmesh.jar")).toAbsolutePath();
  }

  /** An empty folder, which is left behind for whoever wants to look: {@code folder=…} or the system's. */
  public Path emptyFolder(String name) throws IOException {
    // Not a temporary one of Java's: those are closed to the account that runs the database.
    return Files.createDirectories(Path.of(text("folder", System.getProperty("java.io.tmpdir")))
        .resolve("spellmesh-" + name + "-" + UUID.randomUUID()));
  }
}
