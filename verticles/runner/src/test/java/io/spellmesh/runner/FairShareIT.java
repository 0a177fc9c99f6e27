package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Somebody whose tabs ask more than can be answered at a time. */
class FairShareIT {
  private static final int QUESTIONS = 600;

  @AutoClose
  private final TestMember member = TestMember.start(Map.of("database.max-wait-queue", "100",
      "users.max-live-runs", "1000", "users.run-starts-a-minute", "10000"));

  private final Browser anns = Browser.of(member, UUID.randomUUID());
  private final Browser bobs = Browser.of(member, UUID.randomUUID());

  FairShareIT() {
    Waiting.await(SpellShelf.open(member.member()));
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  @Test
  void isToldToComeBackAndNobodyElseIs() {
    List<Future<FailureCode>> all = IntStream.range(0, QUESTIONS).mapToObj(_ -> refusal(anns)).toList();

    assertEquals(FailureCode.NOT_FOUND, Waiting.await(refusal(bobs)));
    Map<FailureCode, Long> refusals = all.stream().map(Waiting::await)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertEquals(QUESTIONS, refusals.getOrDefault(FailureCode.NOT_FOUND, 0L)
        + refusals.getOrDefault(FailureCode.TOO_MANY, 0L), refusals.toString());
    assertTrue(refusals.get(FailureCode.NOT_FOUND) >= FairShare.AT_ONCE, refusals.toString());
    assertEquals(FailureCode.NOT_FOUND, Waiting.await(refusal(anns)), "and later they are heard again");
  }

  @Test
  void isToldSoOverRestToo() {
    List<Future<Failure>> all = IntStream.range(0, QUESTIONS).mapToObj(_ -> refusedStart(anns)).toList();

    assertEquals(FailureCode.NOT_FOUND, Waiting.await(refusedStart(bobs)).code());
    List<Failure> refused = all.stream().map(Waiting::await)
        .filter(failure -> failure.code() != FailureCode.NOT_FOUND).toList();
    assertFalse(refused.isEmpty());
    refused.forEach(failure -> {
      assertEquals(FailureCode.TOO_MANY, failure.code());
      assertTrue(failure.getMessage().contains(FairShare.AT_ONCE + " questions"), failure.getMessage());
      assertTrue(failure.retryAfter().isPresent());
    });
  }

  private Future<Failure> refusedStart(Browser asking) {
    Runner.Start unknown = new Runner.Start(Optional.empty(), UUID.randomUUID(),
        JsonNodeFactory.instance.objectNode(), Optional.empty(), Optional.empty());
    return member.member().mesh().ask(Runner.START, unknown, member.callerToken(asking.user()))
        .<Failure>map(_ -> {
          throw new AssertionError("a spell that is not there was started");
        }).otherwise(Failure.class::cast);
  }

  private Future<FailureCode> refusal(Browser asking) {
    Runner.Since unknown = new Runner.Since(UUID.randomUUID(), Optional.empty(), 0);
    return asking.asking(Tabs.SINCE, unknown).map(FailureCode.INTERNAL)
        .otherwise(error -> ((Failure) error).code());
  }
}
