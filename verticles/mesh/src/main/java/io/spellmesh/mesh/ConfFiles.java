package io.spellmesh.mesh;

import io.spellmesh.kit.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of {@code conf/}: packed into the program, and replaced one by one by those of a folder.
 *
 * @param folder the operator's, if there is one
 */
record ConfFiles(Optional<Path> folder) {

  /** @throws ConfigurationException if a folder was named that is not there */
  static ConfFiles of(Optional<Path> named) {
    named.filter(folder -> !Files.isDirectory(folder)).ifPresent(absent -> {
      throw new ConfigurationException("--conf is '" + absent + "', must be a folder");
    });
    return new ConfFiles(named.or(() -> Optional.of(Path.of("conf")).filter(Files::isDirectory)));
  }

  /** The operator's file, or the packed one. */
  String text(String name) {
    return file(name).map(ConfFiles::read).orElseGet(() -> packed(name));
  }

  /** The operator's file, if there is one. */
  Optional<Path> file(String name) {
    return folder.map(dir -> dir.resolve(name)).filter(Files::isRegularFile);
  }

  /** The file as it was packed. */
  static String packed(String name) {
    try (InputStream in = ConfFiles.class.getResourceAsStream("/conf/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without conf/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be read (" + e + ")");
    }
  }
}
