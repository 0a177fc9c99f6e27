package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the cluster: the files of a server that keeps what it has confirmed and trusts nobody. */
record PostgresCluster(PostgresFolder folder, PostgresBinaries binaries, ServerUser user,
    ServerCommand commands) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Map<String, String> SETTINGS = Map.ofEntries(
      Map.entry("fsync", "on"),
      Map.entry("synchronous_commit", "on"),
      Map.entry("full_page_writes", "on"),
      Map.entry("password_encryption", "scram-sha-256"),
      Map.entry("listen_addresses", "127.0.0.1"),
      Map.entry("unix_socket_directories", ""),
      Map.entry("shared_buffers", "64MB"),
      Map.entry("max_connections", "100"),
      Map.entry("timezone", "UTC"),
      Map.entry("log_timezone", "UTC"),
      // Failing statements reach their callers; their text may hold prompts, and anyone can cause many.
      Map.entry("log_min_messages", "log"),
      Map.entry("log_checkpoints", "off"));

  void makeUnlessThere() throws IOException, InterruptedException {
    if (Files.exists(folder.cluster())) {
      if (!folder.superuserPassword().exists()) {
        throw new IOException(folder.superuserPassword().path() + " is missing: put it back, or move "
            + folder.cluster() + " away to begin with an empty database");
      }
      return;
    }
    long start = System.nanoTime();
    Path unfinished = folder.unfinishedCluster();
    PostgresFolder.deleteTree(unfinished);
    Files.createDirectory(unfinished,
        PosixFilePermissions.asFileAttribute(SecretFile.permissions("rwx------")));
    user.own(unfinished);
    initialise(unfinished, folder.superuserPassword().readOrCreate());
    Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    LOG.atInfo().addKeyValue("folder", folder.cluster()).addKeyValue("user", user)
        .addKeyValue("tookMs", (System.nanoTime() - start) / 1_000_000).log("postgres cluster made");
  }

  private void initialise(Path cluster, String password) throws IOException, InterruptedException {
    // A copy, since the server's user must read it and must not own the one we go by.
    Path copy = folder.root().resolve("initdb.password");
    Files.deleteIfExists(copy);
    try {
      try (FileChannel file = SecretFile.createPrivate(copy)) {
        file.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.UTF_8)));
      }
      user.own(copy);
      List<String> command = new ArrayList<>(List.of(binaries.initdb(), "--pgdata=" + cluster,
          "--username=" + Keeper.SUPERUSER, "--pwfile=" + copy, "--auth=scram-sha-256", "--encoding=UTF8",
          // Sorting that no update of the system's locales changes under our indexes.
          "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
      SETTINGS.forEach((name, value) -> command.add("--set=" + name + "=" + value));
      commands.run(PATIENCE, user.command(command));
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
