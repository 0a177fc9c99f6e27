package io.spellmesh.engine.run;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.NodeFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** What a run needs from whoever runs it. */
public interface Host {

  Instant now();

  /** Runs a task on the run's strand, soon. Tasks of one run never overlap. */
  void post(Runnable task);

  /** Runs a task apart from the strand; it may {@link #await}. It does not throw. */
  void fork(Runnable task);

  /** Waits within a fork, and lets others go on meanwhile. Throws what the future failed with. */
  <T> T await(CompletableFuture<T> future);

  /** Runs a task on the strand after a while, unless it is called off before. */
  Timer after(Duration delay, Runnable task);

  /** Runs a task on the strand once the event with this number is safe from a crash. */
  void whenCommitted(long seq, Runnable task);

  /**
   * A spell that a body names, with all it can reach.
   *
   * @param within   id of the spell that has the node
   * @param idOrName id, the id in the file it came from, or name
   * @return fails with a {@link io.spellmesh.contract.Failure} or a {@link NodeFailure}
   */
  default CompletableFuture<Program> find(String within, String idOrName) {
    return CompletableFuture.failedFuture(
        new NodeFailure(FailureCode.UNAVAILABLE, "calls the spell '" + idOrName + "', which cannot be found here"));
  }

  /** The world, as far as bodies may reach it. */
  Capabilities capabilities();

  /** Notes an error that nobody expected, and gives the id under which it can be found. */
  String report(Throwable unexpected);

  /** A task that may be called off. */
  interface Timer {
    void callOff();
  }
}
