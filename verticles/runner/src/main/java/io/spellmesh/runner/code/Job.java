package io.spellmesh.runner.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.NodeFailure;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A call and who waits for it. It can be stopped from any thread, and no other is hit by that. */
final class Job {
  private final Call call;
  private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
  private Optional<Thread> running = Optional.empty();
  private Optional<NodeFailure> stopped = Optional.empty();

  Job(Call call) {
    this.call = call;
  }

  /** Cancelling it stops the call. */
  CompletableFuture<JsonNode> answer() {
    return answer;
  }

  /** Runs the call on this thread, unless it was stopped before. */
  void run(Sandbox sandbox) {
    synchronized (this) {
      if (stopped.isPresent()) {
        return;
      }
      running = Optional.of(Thread.currentThread());
    }
    try {
      JsonNode value = sandbox.run(call);
      leave();
      answer.complete(value);
    } catch (Sandbox.Interrupted _) {
      leave();
      answer.completeExceptionally(whyStopped());
    } catch (RuntimeException | Error failed) {
      leave();
      answer.completeExceptionally(failed);
    }
  }

  /** From here on nobody interrupts the thread for this call; what was meant for it is taken off. */
  private synchronized void leave() {
    running = Optional.empty();
    Thread.interrupted();
  }

  private synchronized RuntimeException whyStopped() {
    return stopped.orElseThrow(() -> new IllegalStateException("a thread of the sandbox was interrupted by others"));
  }

  synchronized void stop(NodeFailure why) {
    if (stopped.isEmpty()) {
      stopped = Optional.of(why);
      running.ifPresent(Thread::interrupt);
      if (running.isEmpty()) {
        answer.completeExceptionally(why);
      }
    }
  }
}
