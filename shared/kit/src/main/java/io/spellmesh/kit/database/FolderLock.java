package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One holder at a time among all processes that use a folder, for as long as it is open. The system drops
 * the lock of a process that dies.
 */
final class FolderLock implements AutoCloseable {
  /** Longer than making and starting a cluster takes on a slow machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
  /** File locks belong to the process: its own threads need a lock of their own beside them. */
  private static final Map<Path, Semaphore> OWN = new ConcurrentHashMap<>();

  private final Semaphore own;
  private final FileChannel file;

  private FolderLock(Semaphore own, FileChannel file) {
    this.own = own;
    this.file = file;
  }

  /** @throws IOException if somebody else keeps the lock for two minutes */
  static FolderLock take(Path path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Semaphore own = OWN.computeIfAbsent(path, _ -> new Semaphore(1));
    if (!own.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
      throw busy(path);
    }
    boolean taken = false;
    try {
      FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        while (file.tryLock() == null) {
          if (System.nanoTime() > deadline) {
            throw busy(path);
          }
          Thread.sleep(BETWEEN_TRIES);
        }
        taken = true;
        return new FolderLock(own, file);
      } finally {
        if (!taken) {
          file.close();
        }
      }
    } finally {
      if (!taken) {
        own.release();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      own.release();
    }
  }

  private static IOException busy(Path path) {
    return new IOException("another process has held " + path + " for " + PATIENCE.toSeconds()
        + " s; it is starting or stopping PostgreSQL, or hangs");
  }
}
