package io.spellmesh.runner.live;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunStatus;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The runs this process has under way, and how many it takes. Belongs to the SpellManager's context. */
public final class LiveRuns {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(1);

  /** A run that was admitted. @param ended once its final event is durable */
  public record Live(UUID user, SpellRunnerVerticle runner, Future<RunStatus> ended) {}

  private final int mostInProcess;
  private final int mostOfUser;
  private final int mostStartsAMinute;
  private final Map<UUID, Live> live = new HashMap<>();
  private final Map<UUID, Integer> ofUser = new HashMap<>();
  private final Map<UUID, Deque<Long>> starts = new HashMap<>();
  private int admitted;

  public LiveRuns(int mostInProcess, int mostOfUser, int mostStartsAMinute) {
    this.mostInProcess = mostInProcess;
    this.mostOfUser = mostOfUser;
    this.mostStartsAMinute = mostStartsAMinute;
  }

  /** Takes a place for a run. @throws Failure TOO_MANY */
  public void admit(UUID user, long nowMillis) {
    if (admitted >= mostInProcess) {
      throw Failure.tooMany("this process has " + mostInProcess + " runs under way, which is all it takes", SOON);
    }
    if (ofUser.getOrDefault(user, 0) >= mostOfUser) {
      throw Failure.tooMany("you have " + mostOfUser + " runs under way, which is the limit; wait for one to end",
          SOON);
    }
    Deque<Long> recent = starts.computeIfAbsent(user, any -> new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peek() <= nowMillis - MINUTE.toMillis()) {
      recent.poll();
    }
    if (recent.size() >= mostStartsAMinute) {
      throw Failure.tooMany("you started " + mostStartsAMinute + " runs within a minute, which is the limit",
          Duration.ofMillis(recent.peek() + MINUTE.toMillis() - nowMillis).plusSeconds(1));
    }
    recent.add(nowMillis);
    admitted++;
    ofUser.merge(user, 1, Integer::sum);
  }

  /** Gives the place of an admitted run back. */
  public void leave(UUID user) {
    admitted--;
    ofUser.computeIfPresent(user, (any, count) -> count == 1 ? null : count - 1);
  }

  /** Drops what is remembered of users who have not started anything for a minute. */
  public void forget(long nowMillis) {
    starts.values().removeIf(recent -> recent.peekLast() <= nowMillis - MINUTE.toMillis());
  }

  /** Runs under way. */
  public int size() {
    return live.size();
  }

  /** Admitted runs whose first events are not durable yet. */
  public int starting() {
    return admitted - live.size();
  }

  public void add(UUID run, Live entry) {
    live.put(run, entry);
  }

  public void remove(UUID run) {
    live.remove(run);
  }

  /** Only if it is this user's. */
  public Optional<Live> find(UUID user, UUID run) {
    return Optional.ofNullable(live.get(run)).filter(entry -> entry.user().equals(user));
  }

  /** Ends every run here, because none can be proved to be this process's. @return which they were */
  public Set<UUID> abandonAll() {
    live.forEach((run, entry) -> entry.runner().abandon(run));
    return Set.copyOf(live.keySet());
  }
}
