package io.spellmesh.kit.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, finds and stops the server of one cluster. Every caller holds the folder's lock. */
record PostgresServer(PostgresFolder folder, PostgresBinaries binaries, ServerUser user,
    ServerCommand commands) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  /** Covers the recovery after a crash under load. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
  /** Reasons to say "not now": too many clients, starting or stopping, stopped by an operator. */
  private static final List<String> NOT_NOW = List.of("53300", "57P03", "57P01");
  /**
   * Below the ports that systems give to outgoing connections. From among those, a client that keeps
   * trying to reconnect can be given the very port of the dead server, and connect to itself.
   */
  private static final int LOWEST_PORT = 15_000;
  private static final int HIGHEST_PORT = 32_000;

  /**
   * Connects to the living server, or starts one, on the port it had before if that is free.
   *
   * @throws IOException if there is no server after a minute, with the reason
   */
  Keeper ensureRunning() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Optional<Keeper> attached = attach();
        if (attached.isPresent()) {
          return attached.get();
        }
        start();
      } catch (NotReady reason) {
        if (System.nanoTime() > deadline) {
          throw new IOException("PostgreSQL in " + folder.cluster() + " is not ready after "
              + PATIENCE.toSeconds() + " s: " + reason.getMessage(), reason);
        }
        Thread.sleep(BETWEEN_TRIES);
      }
    }
  }

  /**
   * Connects to the server of this cluster; empty if none is alive.
   *
   * @throws NotReady    if one is alive but does not take connections now
   * @throws IOException if it refuses our password
   */
  Optional<Keeper> attach() throws IOException {
    Optional<Postmaster> found = Postmaster.of(folder.cluster());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Postmaster postmaster = found.get();
    if (!postmaster.isAlive()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Keeper.connect(postmaster.port(), folder.superuserPassword().read()));
    } catch (SQLException refused) {
      String state = Optional.ofNullable(refused.getSQLState()).orElse("");
      if (state.startsWith("08") || NOT_NOW.contains(state)) {
        throw new NotReady(refused.getMessage(), refused);
      }
      throw new IOException("PostgreSQL in " + folder.cluster() + " is running (pid " + postmaster.pid()
          + ") and refuses " + folder.superuserPassword().path() + ": " + refused.getMessage(), refused);
    }
  }

  /** Stops the server at once but in order: open transactions are rolled back, nothing is lost. */
  void stop() throws IOException, InterruptedException {
    commands.run(PATIENCE.plusSeconds(10), user.command(List.of(binaries.pgCtl(), "stop", "-D",
        folder.cluster().toString(), "-m", "fast", "-w", "-t", String.valueOf(PATIENCE.toSeconds()))));
    LOG.atInfo().addKeyValue("folder", folder.cluster()).log("postgres stopped");
  }

  private void start() throws IOException, InterruptedException {
    long start = System.nanoTime();
    int port = choosePort();
    clearAwayTheDead();
    if (Files.notExists(folder.log())) {
      try (FileChannel _ = SecretFile.createPrivate(folder.log())) {
        user.own(folder.log());
      }
    }
    try {
      commands.run(PATIENCE, user.command(List.of(binaries.pgCtl(), "start", "-D",
          folder.cluster().toString(), "-l", folder.log().toString(), "-o", "-p " + port, "-s", "-w", "-t",
          String.valueOf(PATIENCE.toSeconds()))));
    } catch (ServerCommand.Failed refused) {
      throw new NotReady(refused.getMessage() + " (see " + folder.log() + ")", refused);
    }
    LOG.atInfo().addKeyValue("folder", folder.cluster()).addKeyValue("port", port).addKeyValue("user", user)
        .addKeyValue("tookMs", (System.nanoTime() - start) / 1_000_000).log("postgres started");
  }

  private void clearAwayTheDead() throws IOException {
    Optional<Postmaster> dead = Postmaster.of(folder.cluster());
    if (dead.isPresent()) {
      dead.get().disown();
      int orphans = Postmaster.endOrphans(folder.cluster());
      LOG.atWarn().addKeyValue("folder", folder.cluster()).addKeyValue("pid", dead.get().pid())
          .addKeyValue("childrenEnded", orphans).log("postgres died");
    }
  }

  private int choosePort() throws IOException {
    Optional<Integer> before = Postmaster.of(folder.cluster()).map(Postmaster::port);
    if (before.isPresent() && isFree(before.get())) {
      return before.get();
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int port = random.nextInt(LOWEST_PORT, HIGHEST_PORT);
    while (!isFree(port)) {
      port = random.nextInt(LOWEST_PORT, HIGHEST_PORT);
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** No server to talk to now, and worth another try. */
  static final class NotReady extends IOException {
    private static final long serialVersionUID = 1L;

    NotReady(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
