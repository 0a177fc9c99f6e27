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

/** People who run a spell again and again, and remember every answer that said completed. */
final class Load implements AutoCloseable {
  /** @param text what went in, and has to come out */
  record Promised(String run, String text) {}

  private final MeshRest rest;
  private final String spell;
  private final Queue<Promised> promised = new ConcurrentLinkedQueue<>();
  private final CountDownLatch enough;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean over;

  /** @param enough answers to wait for in {@link #awaitEnough} */
  Load(MeshRest rest, String spell, int persons, int enough) {
    this.rest = rest;
    this.spell = spell;
    this.enough = new CountDownLatch(enough);
    for (int person = 0; person < persons; person++) {
      int number = person;
      people.execute(() -> work(number));
    }
  }

  private void work(int person) {
    for (int i = 0; !over; i++) {
      String text = "text " + person + "/" + i;
      try {
        MeshRest.Answer answer = rest.post("/api/spells/" + spell + "/runs",
            Map.of("inputs", JsonNodeFactory.instance.objectNode().put("Input", text)));
        JsonNode run = answer.body().map(body -> body.path("run")).orElseThrow();
        if (answer.status() == 200 && run.path("status").asText().equals("completed")) {
          promised.add(new Promised(run.get("id").textValue(), text));
          enough.countDown();
        }
      } catch (IOException | RuntimeException cutOff) {
        // What is being tested: the server dies under us. Only what was answered counts.
        Thread.onSpinWait();
      }
    }
  }

  void awaitEnough() throws InterruptedException {
    if (!enough.await(120, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + promised.size() + " runs completed in two minutes");
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
