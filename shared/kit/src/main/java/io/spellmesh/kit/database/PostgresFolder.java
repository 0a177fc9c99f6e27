package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the parts of an embedded server lie: the cluster, its log, its passwords, its lock. */
record PostgresFolder(Path root) {

  /** Makes the folder if absent; the path is real, since the server's command line must name it so. */
  static PostgresFolder at(Path dataDir) throws IOException {
    if (Files.notExists(dataDir)) {
      Files.createDirectories(dataDir);
      // Another account may run the server and has to walk through, though not to look around.
      if (Files.getFileStore(dataDir).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(dataDir, SecretFile.permissions("rwx--x--x"));
      }
    }
    return new PostgresFolder(dataDir.toRealPath());
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  /** Where a cluster is made before it takes its name, so that a half-made one is never started. */
  Path unfinishedCluster() {
    return root.resolve("cluster.unfinished");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path commandLog() {
    return root.resolve("command.log");
  }

  SecretFile superuserPassword() {
    return new SecretFile(root.resolve("superuser.password"));
  }

  SecretFile rolePassword() {
    return new SecretFile(root.resolve("spellmesh.password"));
  }

  FolderLock lock() throws IOException, InterruptedException {
    return FolderLock.take(root.resolve("folder.lock"));
  }

  static void deleteTree(Path tree) throws IOException {
    if (Files.notExists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
