package io.spellmesh.runner.code;

import io.spellmesh.contract.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What waits for a thread. Users take turns, so that one who has much waits for himself. */
final class FairQueue<T> {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final int most;
  private final int mostOfUser;
  /** In the order of their turns. */
  private final Map<UUID, Deque<T>> waiting = new LinkedHashMap<>();
  private int size;

  FairQueue(int most, int mostOfUser) {
    this.most = most;
    this.mostOfUser = mostOfUser;
  }

  /** @throws Failure TOO_MANY */
  synchronized void add(UUID user, T item) {
    if (size >= most) {
      throw Failure.tooMany(most + " calls of code wait on this process, which is all it lets wait", SOON);
    }
    Deque<T> own = waiting.computeIfAbsent(user, any -> new ArrayDeque<>());
    if (own.size() >= mostOfUser) {
      throw Failure.tooMany(mostOfUser + " of your calls of code wait, which is the limit", SOON);
    }
    own.add(item);
    size++;
    notifyAll();
  }

  /** Waits for one. */
  synchronized T take() throws InterruptedException {
    while (size == 0) {
      wait();
    }
    Iterator<Map.Entry<UUID, Deque<T>>> turns = waiting.entrySet().iterator();
    Map.Entry<UUID, Deque<T>> turn = turns.next();
    UUID user = turn.getKey();
    Deque<T> own = turn.getValue();
    turns.remove();
    T item = own.remove();
    size--;
    if (!own.isEmpty()) {
      waiting.put(user, own);
    }
    return item;
  }

  synchronized void remove(UUID user, T item) {
    Deque<T> own = waiting.getOrDefault(user, new ArrayDeque<>());
    if (own.remove(item)) {
      size--;
      if (own.isEmpty()) {
        waiting.remove(user);
      }
    }
  }
}
