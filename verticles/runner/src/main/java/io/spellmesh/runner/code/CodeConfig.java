package io.spellmesh.runner.code;

import java.time.Duration;

/**
 * Section {@code code}.
 *
 * @param threads          that run code; 0 means half as many as there are processors, and at least 2
 * @param time             of one call, from when it begins
 * @param memory           of one call, in bytes
 * @param maxWaiting       calls that may wait for a thread
 * @param maxWaitingOfUser calls of one user among them
 */
public record CodeConfig(int threads, Duration time, long memory, int maxWaiting, int maxWaitingOfUser) {
  private static final int PAGE = 1 << 16;
  /** What the engine itself takes, and a little to work with. */
  private static final long LEAST_MEMORY = 4 << 20;
  /** WebAssembly counts its memory in 32 bits, and arrays end sooner. */
  private static final long MOST_MEMORY = 1 << 30;

  public CodeConfig {
    require(threads >= 0, "code.threads is " + threads + ", must be at least 0");
    require(time.isPositive(), "code.time is " + time.toMillis() + "ms, must be more than nothing");
    require(memory >= LEAST_MEMORY && memory <= MOST_MEMORY,
        "code.memory is " + memory + " bytes, must be from 4MB to 1GB");
    require(maxWaiting > 0, "code.max-waiting is " + maxWaiting + ", must be at least 1");
    require(maxWaitingOfUser > 0, "code.max-waiting-of-user is " + maxWaitingOfUser + ", must be at least 1");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  int threadsHere() {
    return threads > 0 ? threads : Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
  }

  /** Of WebAssembly, 64 KB each. */
  int pages() {
    return (int) (memory / PAGE);
  }
}
