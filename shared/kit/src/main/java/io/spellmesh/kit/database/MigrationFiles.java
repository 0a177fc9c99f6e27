package io.spellmesh.kit.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The migrations of a room as they lie on the class path, {@code db/<room>/V*.sql}. */
record MigrationFiles(String room) {

  /** One word that changes when a migration does, comes or goes; empty if the room has no folder. */
  Optional<String> fingerprint() throws IOException {
    Optional<URL> folder = Optional.ofNullable(MigrationFiles.class.getResource("/db/" + room + "/"));
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest digest = sha256();
    for (String name : names(folder.get())) {
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(content(name));
    }
    return Optional.of("sha256:" + HexFormat.of().formatHex(digest.digest()));
  }

  private static List<String> names(URL folder) throws IOException {
    URLConnection connection = folder.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String prefix = jar.getEntryName();
      return jar.getJarFile().stream().map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && name.endsWith(".sql"))
          .map(name -> name.substring(prefix.length())).sorted().toList();
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql"))
          .sorted().toList();
    }
  }

  private byte[] content(String name) throws IOException {
    try (InputStream file = MigrationFiles.class.getResourceAsStream("/db/" + room + "/" + name)) {
      if (file == null) {
        throw new IOException("migration db/" + room + "/" + name + " was there and is not");
      }
      return file.readAllBytes();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
