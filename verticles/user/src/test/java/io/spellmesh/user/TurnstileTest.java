package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile(2, 2);
  private final List<Promise<String>> started = new ArrayList<>();

  @Test
  void runsSoManyAtOnceAndTheNextWhenOneEnds() {
    enter();
    enter();
    Future<String> third = enter();
    assertEquals(2, started.size());

    started.getFirst().complete("first");

    assertEquals(3, started.size());
    started.getLast().complete("third");
    assertEquals("third", third.result());
  }

  @Test
  void refusesWhenTooManyWait() {
    enter();
    enter();
    enter();
    enter();

    Failure failure = (Failure) enter().cause();

    assertEquals(FailureCode.TOO_MANY, failure.code());
    assertTrue(failure.retryAfter().isPresent());
  }

  @Test
  void givesThePlaceOfATaskThatFailedOrThrewToTheNext() {
    Future<String> thrown = turnstile.pass(() -> {
      throw new IllegalStateException("thrown");
    });
    enter();
    enter();
    Future<String> waiting = enter();
    started.getFirst().fail("failed");

    assertTrue(thrown.failed());
    started.getLast().complete("done");
    assertEquals("done", waiting.result());
  }

  @Test
  void isFreeAgainAfterAll() {
    for (int i = 0; i < 10; i++) {
      enter();
      started.getLast().complete("done");
    }

    assertEquals(10, started.size());
  }

  private Future<String> enter() {
    return turnstile.pass(() -> {
      Promise<String> task = Promise.promise();
      started.add(task);
      return task.future();
    });
  }
}
