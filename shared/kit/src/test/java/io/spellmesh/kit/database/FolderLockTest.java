package io.spellmesh.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir
  Path folder;

  @Test
  void letsOneThreadInAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Integer> visit = () -> {
      try (FolderLock _ = FolderLock.take(folder.resolve("folder.lock"))) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.yield();
        return inside.decrementAndGet();
      }
    };

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> visit).toList())) {
        assertEquals(0, done.get());
      }
    }

    assertEquals(1, most.get());
  }
}
