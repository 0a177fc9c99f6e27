package io.spellmesh.runner.live;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.runner.journal.RunKey;
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
  public record Live(SpellRunnerVerticle runner, Future<RunStatus> ended) {}

  private final int mostInProcess;
  private final int mostOfUser;
  private final int mostStartsAMinute;
  private final Map<RunKey, Live> live = new HashMap<>();
  private final Map<UUID, Integer> ofUser = new HashMap<>();
  private final Map<UUID, Deque<Long>> starts = new HashMap<>();
  private int admitted;

  public LiveRuns(int mostInProcess, int mostOfUser, int mostStartsAMinute) {
    this.mostInProcess = mostInProcess;
    this.mostOfUser = mostOfUser;
    this.mostStartsAMinute = mostStartsAMinute;
  }

  /** Takes a place for a run that a person asks for. @throws Failure TOO_MANY */
  public void admit(UUID user, long nowMillis) {
    refuseTooMany(user);
    count(user, nowMillis);
    take(user);
  }

  /**
   * Takes a place for a run that nobody starts: a source begins it, one after the other, or it goes on.
   *
   * @throws Failure TOO_MANY
   */
  public void admitUncounted(UUID user) {
    refuseTooMany(user);
    take(user);
  }

  private void refuseTooMany(UUID user) {
    if (admitted >= mostInProcess) {
      throw Failure.tooMany("this process has " + mostInProcess + " runs under way, which is all it takes", SOON);
    }
    if (ofUser.getOrDefault(user, 0) >= mostOfUser) {
      throw Failure.tooMany("you have " + mostOfUser + " runs under way, which is the limit; wait for one to end",
          SOON);
    }
  }

  private void count(UUID user, long nowMillis) {
    Deque<Long> recent = starts.computeIfAbsent(user, any -> new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peek() <= nowMillis - MINUTE.toMillis()) {
      recent.poll();
    }
    if (recent.size() >= mostStartsAMinute) {
      throw Failure.tooMany("you started " + mostStartsAMinute + " runs within a minute, which is the limit",
          Duration.ofMillis(recent.peek() + MINUTE.toMillis() - nowMillis).plusSeconds(1));
    }
    recent.add(nowMillis);
  }

  private void take(UUID user) {
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

  public void add(RunKey run, Live entry) {
    live.put(run, entry);
  }

  /** Unless another has come in its place: a run may go on here that was taken from here. */
  public void remove(RunKey run, Live entry) {
    live.remove(run, entry);
  }

  public Optional<Live> find(UUID user, UUID run) {
    return Optional.ofNullable(live.get(new RunKey(user, run)));
  }

  /** Ends every run here, because none can be proved to be this process's. @return which they were */
  public Set<RunKey> abandonAll() {
    live.forEach((run, entry) -> entry.runner().abandon(run.run()));
    return Set.copyOf(live.keySet());
  }
}
