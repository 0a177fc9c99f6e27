package io.spellmesh.kit.database;

import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's share in the server of a data folder: it finds or starts the server, starts it again
 * when it dies, and stops it if nobody else uses it when this process leaves. Everything here blocks.
 */
final class EmbeddedPostgres {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final PostgresFolder folder;
  private final PostgresServer server;
  private final String rolePassword;
  private final CountDownLatch leaving = new CountDownLatch(1);
  private final Thread watcher = Thread.ofVirtual().name("spellmesh-postgres-watcher").unstarted(this::watch);
  private volatile Keeper keeper;

  private EmbeddedPostgres(PostgresFolder folder, PostgresServer server, String rolePassword,
      Keeper keeper) {
    this.folder = folder;
    this.server = server;
    this.rolePassword = rolePassword;
    this.keeper = keeper;
  }

  /** @throws IOException with what is wrong and what may be done about it */
  static EmbeddedPostgres open(Path dataDir) throws IOException, SQLException, InterruptedException {
    PostgresFolder folder = PostgresFolder.at(dataDir);
    try (FolderLock _ = folder.lock()) {
      PostgresBinaries binaries = PostgresBinaries.unpacked(folder.root());
      ServerCommand commands = new ServerCommand(folder.commandLog(), binaries.home());
      ServerUser user = new ServerUsers(folder, binaries, commands).choose();
      new PostgresCluster(folder, binaries, user, commands).makeUnlessThere();
      PostgresServer server = new PostgresServer(folder, binaries, user, commands);
      String rolePassword = folder.rolePassword().readOrCreate();
      Keeper keeper = server.ensureRunning();
      try {
        keeper.share();
        keeper.prepare(rolePassword);
      } catch (SQLException refused) {
        keeper.close();
        throw refused;
      }
      EmbeddedPostgres opened = new EmbeddedPostgres(folder, server, rolePassword, keeper);
      opened.watcher.start();
      return opened;
    }
  }

  /** Where the application's database is now; the port changes only if another program took the old one. */
  PostgresUrl url() {
    return new PostgresUrl("127.0.0.1", keeper.port(), Keeper.DATABASE, Keeper.ROLE, rolePassword,
        SslMode.DISABLE);
  }

  PostgresFolder folder() {
    return folder;
  }

  /** Leaves; the last of all processes to do so stops the server. */
  void close() throws IOException, InterruptedException {
    leaving.countDown();
    watcher.join();
    try (FolderLock _ = folder.lock()) {
      if (isLastToLeave()) {
        server.stop();
      }
    } finally {
      keeper.close();
    }
  }

  private boolean isLastToLeave() throws IOException {
    try {
      return keeper.isLastToLeave();
    } catch (SQLException broken) {
      LOG.atDebug().addKeyValue("port", keeper.port()).setCause(broken)
          .log("postgres keeper connection was lost before leaving");
    }
    keeper.close();
    try {
      var fresh = server.attach();
      if (fresh.isEmpty()) {
        return false;
      }
      keeper = fresh.get();
      return keeper.isLastToLeave();
    } catch (PostgresServer.NotReady | SQLException notReady) {
      LOG.atWarn().addKeyValue("folder", folder.cluster()).setCause(notReady)
          .log("postgres left running: it takes no connections");
      return false;
    }
  }

  private void watch() {
    Duration pause = BEAT;
    try {
      while (!leaving.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          pause = BEAT;
          if (!keeper.isAlive()) {
            reconnect();
          }
        } catch (IOException | SQLException failed) {
          pause = AFTER_FAILURE;
          LOG.atError().addKeyValue("folder", folder.cluster()).setCause(failed)
              .log("postgres is not available and could not be started");
        }
      }
    } catch (InterruptedException ended) {
      LOG.atDebug().addKeyValue("folder", folder.cluster()).log("postgres watcher was interrupted");
    }
  }

  private void reconnect() throws IOException, SQLException, InterruptedException {
    LOG.atWarn().addKeyValue("folder", folder.cluster()).addKeyValue("port", keeper.port())
        .log("postgres connection was lost");
    long start = System.nanoTime();
    keeper.close();
    try (FolderLock _ = folder.lock()) {
      Keeper fresh = server.ensureRunning();
      fresh.share();
      keeper = fresh;
    }
    LOG.atInfo().addKeyValue("folder", folder.cluster()).addKeyValue("port", keeper.port())
        .addKeyValue("tookMs", (System.nanoTime() - start) / 1_000_000).log("postgres is back");
  }
}
