package io.spellmesh.runner.live;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets other runs have the thread now and then. All runs share as many threads as there are processors, and nothing
 * takes one from a body that computes: two spells of large templates would leave none. A yield may give the thread
 * to itself again, and did; parked, it is out of the way for a moment. Tasks of one run keep their order all the same.
 */
final class Courtesy {
  /** Longer than most bodies take, shorter than anyone notices. */
  private static final long AFTER_NANOS = 5_000_000;

  private long last = System.nanoTime();

  void giveWay() {
    if (System.nanoTime() - last > AFTER_NANOS) {
      LockSupport.parkNanos(1);
      last = System.nanoTime();
    }
  }
}
