package io.spellmesh.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** People who run a spell again and again, and remember every answer that said completed. */
final class Load implements AutoCloseable {
  /** @param text what went in, and has to come out */
  record Promised(String run, String text) {}

  /** A server that is away would else be asked as fast as the machine can, which then does little else. */
  private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final MeshRest rest;
  private final String spell;
  private final Queue<Promised> promised = new ConcurrentLinkedQueue<>();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private volatile CountDownLatch more = new CountDownLatch(0);
  private volatile boolean over;

  Load(MeshRest rest, String spell, int persons) {
    this.rest = rest;
    this.spell = spell;
    for (int person = 0; person < persons; person++) {
      int number = person;
      people.execute(() -> work(number));
    }
  }

  private void work(int person) {
    for (int i = 0; !over; i++) {
      if (!isAnswered("text " + person + "/" + i)) {
        LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
      }
    }
  }

  private boolean isAnswered(String text) {
    try {
      MeshRest.Answer answer = rest.post("/api/spells/" + spell + "/runs",
          Map.of("inputs", JsonNodeFactory.instance.objectNode().put("Input", text)));
      JsonNode run = answer.body().map(body -> body.path("run")).orElseThrow();
      if (answer.status() == 200 && run.path("status").asText().equals("completed")) {
        promised.add(new Promised(run.get("id").textValue(), text));
        more.countDown();
        return true;
      }
    } catch (IOException | RuntimeException cutOff) {
      // What is being tested: the server dies under us. Only what was answered counts.
    }
    return false;
  }

  /** Returns when this many more runs have been answered as completed. */
  void awaitMore(int runs) throws InterruptedException {
    CountDownLatch enough = new CountDownLatch(runs);
    more = enough;
    if (!enough.await(120, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + promised.size() + " runs completed, and not " + runs + " more in two minutes");
    }
  }

  /** Ends the load. @return every run that was answered as completed */
  Queue<Promised> stop() {
    over = true;
    people.shutdown();
    try {
      if (!people.awaitTermination(120, TimeUnit.SECONDS)) {
        throw new AssertionError("somebody still waits for an answer");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
    return promised;
  }

  @Override
  public void close() {
    stop();
  }
}
