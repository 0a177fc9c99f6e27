package io.spellmesh.runner.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.NodeFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which a process runs code. They are platform threads: a virtual one that computes gives way to
 * nobody, and here a function may compute for as long as it is let. They start with the first call.
 */
public final class CodePool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CodePool.class);
  /** WebAssembly's own stack of 1 MB ends before this does, for all but the engine's deepest recursions. */
  private static final long STACK_BYTES = 4 << 20;
  private static final NodeFailure CLOSING =
      new NodeFailure(FailureCode.UNAVAILABLE, "cannot run code now: this process is stopping");

  private final CodeConfig config;
  private final FairQueue<Job> queue;
  private final Set<Job> underWay = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1,
      Thread.ofPlatform().daemon().name("code-deadlines").factory());
  private final List<Thread> threads = new ArrayList<>();
  private final CompletableFuture<Snapshot> snapshot = new CompletableFuture<>();
  private volatile boolean isClosed;

  public CodePool(CodeConfig config) {
    this.config = config;
    queue = new FairQueue<>(config.maxWaiting(), config.maxWaitingOfUser());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /**
   * Calls a function for this user as soon as there is a thread. Cancelling the future stops it.
   *
   * @param log hears level and line of what it logs, from a thread of the pool
   */
  public CompletableFuture<JsonNode> run(UUID user, CodeAsk ask, BiConsumer<String, String> log) {
    Job job = new Job(new Call(ask, log));
    try {
      start();
      queue.add(user, job);
    } catch (Failure | NodeFailure refused) {
      return CompletableFuture.failedFuture(refused);
    }
    underWay.add(job);
    job.answer().whenComplete((_, _) -> {
      underWay.remove(job);
      if (job.answer().isCancelled()) {
        queue.remove(user, job);
        job.stop(new NodeFailure(FailureCode.CANCELLED, "was stopped"));
      }
    });
    if (isClosed) {
      job.stop(CLOSING);
    }
    return job.answer();
  }

  private synchronized void start() {
    if (isClosed) {
      throw CLOSING;
    }
    if (threads.isEmpty()) {
      deadlines.execute(this::takeSnapshot);
      for (int i = 0; i < config.threadsHere(); i++) {
        threads.add(Thread.ofPlatform().daemon().name("code-" + i).stackSize(STACK_BYTES).unstarted(this::work));
      }
      threads.forEach(Thread::start);
    }
  }

  private void takeSnapshot() {
    try {
      snapshot.complete(Snapshot.take());
    } catch (RuntimeException | Error broken) {
      LOG.error("the sandbox for code could not be made", broken);
      snapshot.completeExceptionally(broken);
    }
  }

  private void work() {
    try {
      Sandbox sandbox = new Sandbox(snapshot.get(), config.pages());
      while (!isClosed) {
        work(queue.take(), sandbox);
      }
    } catch (ExecutionException _) {
      close();
    } catch (InterruptedException _) {
      // The pool is closed, and with it all jobs are stopped.
    }
  }

  private void work(Job job, Sandbox sandbox) {
    Future<?> deadline = deadlines.schedule(() -> job.stop(new NodeFailure(FailureCode.TIMED_OUT,
            "computed for more than " + config.time().toMillis() / 1000.0 + " s, which is all that code may")),
        config.time().toMillis(), TimeUnit.MILLISECONDS);
    job.run(sandbox);
    deadline.cancel(false);
  }

  /** Stops what is under way, and takes nothing more. */
  @Override
  public synchronized void close() {
    isClosed = true;
    deadlines.shutdownNow();
    threads.forEach(Thread::interrupt);
    underWay.forEach(job -> job.stop(CLOSING));
  }
}
