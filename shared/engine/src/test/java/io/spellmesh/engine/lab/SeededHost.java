package io.spellmesh.engine.lab;

import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.run.Host;
import io.spellmesh.engine.run.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/**
 * A host in virtual time whose seed decides what happens next. Forks have threads, but only one thread in
 * all runs at a time, so the same seed is the same schedule.
 */
public final class SeededHost implements Host {
  public static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

  private record Alarm(Instant at, long order) {}

  private final Random random;
  private final Deque<Runnable> strand = new ArrayDeque<>();
  private final Deque<Runnable> commits = new ArrayDeque<>();
  private final List<Branch> ready = new ArrayList<>();
  private final TreeMap<Alarm, Runnable> alarms =
      new TreeMap<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::order));
  private final List<Throwable> reported = new ArrayList<>();
  private final Semaphore back = new Semaphore(0);
  private final List<String> sought = new ArrayList<>();
  private BiFunction<String, String, Program> spells = (within, name) -> {
    throw new NodeFailure("there are no spells");
  };
  private Branch current;
  private Instant now;
  private long alarmsSet;
  private int forks;
  private int forksEver;

  public SeededHost(long seed) {
    this(seed, BEGIN);
  }

  public SeededHost(long seed, Instant begin) {
    random = new Random(seed);
    now = begin;
  }

  /** Goes on until nothing can happen any more. */
  public void run() {
    while (step()) {
      // Each step is all there is to do.
    }
  }

  /** Goes on as long as something can happen at this very moment. */
  public void settle() {
    while (!strand.isEmpty() || !commits.isEmpty() || !ready.isEmpty()) {
      step();
    }
  }

  /** Lets one thing happen. Time passes only when nothing else can. @return whether anything did */
  public boolean step() {
    int choices = (strand.isEmpty() ? 0 : 1) + (commits.isEmpty() ? 0 : 1) + ready.size();
    if (choices == 0) {
      return ring();
    }
    int choice = random.nextInt(choices);
    if (choice < ready.size()) {
      Branch branch = ready.get(choice);
      ready.set(choice, ready.getLast());
      ready.removeLast();
      branch.goOn();
    } else if (choice == ready.size() && !strand.isEmpty()) {
      strand.poll().run();
    } else {
      commits.poll().run();
    }
    return true;
  }

  private boolean ring() {
    if (alarms.isEmpty()) {
      return false;
    }
    now = alarms.firstKey().at();
    // What rings at one moment waits for its turn: an earlier one may call off a later one that has rung.
    while (!alarms.isEmpty() && alarms.firstKey().at().equals(now)) {
      strand.add(alarms.pollFirstEntry().getValue());
    }
    return true;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void post(Runnable task) {
    strand.add(task);
  }

  @Override
  public void fork(Runnable task) {
    forks++;
    forksEver++;
    ready.add(new Branch(task));
  }

  @Override
  public <T> T await(CompletableFuture<T> future) {
    if (!future.isDone()) {
      Branch self = current;
      future.whenComplete((value, error) -> ready.add(self));
      back.release();
      self.turn.acquireUninterruptibly();
    }
    return Awaited.valueOf(future);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Alarm alarm = new Alarm(now.plus(delay), alarmsSet++);
    alarms.put(alarm, task);
    return () -> alarms.remove(alarm);
  }

  @Override
  public void whenCommitted(long seq, Runnable task) {
    commits.add(task);
  }

  /** Where bodies find the spells they name. @param shelf throws if there is none of that name */
  public SeededHost finding(BiFunction<String, String, Program> shelf) {
    spells = shelf;
    return this;
  }

  /** Comes with a commit, so that it comes late in some schedules. */
  @Override
  public CompletableFuture<Program> find(String within, String idOrName) {
    sought.add(within + " " + idOrName);
    CompletableFuture<Program> found = new CompletableFuture<>();
    commits.add(() -> {
      try {
        found.complete(spells.apply(within, idOrName));
      } catch (RuntimeException error) {
        found.completeExceptionally(error);
      }
    });
    return found;
  }

  /** What was looked for: within which spell, and by which name. */
  public List<String> sought() {
    return List.copyOf(sought);
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.NONE;
  }

  @Override
  public String report(Throwable unexpected) {
    reported.add(unexpected);
    return "e" + reported.size();
  }

  /** Errors that nobody expected. */
  public List<Throwable> reported() {
    return List.copyOf(reported);
  }

  /** Timers that nobody called off, and forks that have not ended. */
  public int left() {
    return alarms.size() + forks;
  }

  public int forksUnderWay() {
    return forks;
  }

  public int forksEver() {
    return forksEver;
  }

  public int commitsAwaited() {
    return commits.size();
  }

  private final class Branch {
    private final Semaphore turn = new Semaphore(0);
    private final Thread thread;

    Branch(Runnable task) {
      thread = Thread.ofVirtual().unstarted(() -> {
        turn.acquireUninterruptibly();
        task.run();
        forks--;
        back.release();
      });
    }

    void goOn() {
      if (thread.getState() == Thread.State.NEW) {
        thread.start();
      }
      current = this;
      turn.release();
      back.acquireUninterruptibly();
    }
  }
}
