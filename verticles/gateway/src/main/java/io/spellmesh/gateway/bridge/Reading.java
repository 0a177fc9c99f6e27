package io.spellmesh.gateway.bridge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether whoever is behind a socket keeps up with what is written to it. Vert.x says so of a plain
 * WebSocket. Of one in SockJS's frames it does not: what counts there is what the client has not yet told
 * us to have read, by the beat it returns.
 */
final class Reading {
  /** Pongs a client may leave unread and still have each of them count. */
  private static final int MOST_BEATS = 1_000;

  private record Beat(long number, long sentBefore) {}

  private final boolean framed;
  private final int maxUnread;
  private final Deque<Beat> beats = new ArrayDeque<>();
  private long sent;
  private long read;
  private long lastBeat;
  private boolean lagging;
  private long laggingSince;

  /** @param maxUnread bytes beyond which a client in SockJS's frames lags */
  Reading(boolean framed, int maxUnread) {
    this.framed = framed;
    this.maxUnread = maxUnread;
  }

  boolean isFramed() {
    return framed;
  }

  boolean isLagging() {
    return lagging;
  }

  boolean isLaggingFor(Duration time) {
    return lagging && System.nanoTime() - laggingSince > time.toNanos();
  }

  /** Far beyond the limit, by answers alone: asks on and on and reads nothing. */
  boolean isHopeless() {
    return framed && sent - read > 2L * maxUnread;
  }

  /** True if it has just begun to lag. */
  boolean hasFallenBehind(boolean writeQueueFull) {
    boolean begins = !lagging && isLate(writeQueueFull);
    if (begins) {
      lagging = true;
      laggingSince = System.nanoTime();
    }
    return begins;
  }

  /** True if it lagged and does no longer. */
  boolean hasCaughtUp(boolean writeQueueFull) {
    boolean ends = lagging && !isLate(writeQueueFull);
    if (ends) {
      lagging = false;
    }
    return ends;
  }

  private boolean isLate(boolean writeQueueFull) {
    return framed ? sent - read > maxUnread : writeQueueFull;
  }

  /** Before it is written. */
  void count(int bytes) {
    if (framed) {
      sent += bytes;
    }
  }

  /** A number for the client to return. */
  long nextBeat() {
    if (beats.size() == MOST_BEATS) {
      beats.removeFirst();
    }
    beats.addLast(new Beat(++lastBeat, sent));
    return lastBeat;
  }

  /** The client has read everything that was written before this number was. */
  void returned(long beat) {
    while (!beats.isEmpty() && beats.getFirst().number <= beat) {
      read = beats.removeFirst().sentBefore;
    }
  }
}
