package io.spellmesh.contract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunEventTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00.120Z");
  private static final RunError ERROR = new RunError(
      Optional.of("12"), Optional.of("5[2]/12"), FailureCode.PROVIDER_FAILED, "node 12: no answer");
  private static final RunError AT_INPUT = new RunError(Optional.of("12"), Optional.of("12"),
      FailureCode.UNPROCESSABLE, "node 12: input 'prompt': needs a value", Optional.of("prompt"));
  private static final Map<String, JsonNode> OUTPUTS =
      Map.of("result", TextNode.valueOf("grün 🌱"), "nothing", NullNode.getInstance());

  static List<RunEvent> everyKind() {
    return List.of(
        new RunEvent.Started(1, AT, JsonNodeFactory.instance.objectNode().put("input", "yes")),
        new RunEvent.Started(1, AT, JsonNodeFactory.instance.objectNode(),
            Optional.of(Map.of("5/12", JsonNodeFactory.instance.objectNode().put("output", 1))),
            Optional.of(new Runner.From(new UUID(0x4000, 0x8000000000000009L), "12")), Optional.of("14")),
        new RunEvent.NodeStarted(2, AT, "12", "generate-text", "5[2]/12", Optional.of(2)),
        new RunEvent.NodeStarted(2, AT, "12", "generate-text", "12", Optional.empty()),
        new RunEvent.NodeWaiting(3, AT, "12", "12", "time", Optional.of(AT.plusSeconds(60)), Optional.empty()),
        new RunEvent.NodeWaiting(3, AT, "12", "12", "person", Optional.empty(), Optional.of(TextNode.valueOf("Why?"))),
        new RunEvent.NodeAnswered(4, AT, "12", "12", TextNode.valueOf("Därum")),
        new RunEvent.NodeAnswered(4, AT, "12", "12", NullNode.getInstance()),
        new RunEvent.NodeLog(4, AT, "12", "12", "warn", "slow"),
        new RunEvent.NodeCompleted(5, AT, "12", "12", OUTPUTS, List.of("trigger"), 41, Optional.empty()),
        new RunEvent.NodeCompleted(5, AT, "12", "12", OUTPUTS, List.of(), 0, Optional.empty(), Optional.of(true),
            Optional.empty(), Optional.empty()),
        new RunEvent.NodeCompleted(5, AT, "12", "12", OUTPUTS, List.of(), 0, Optional.empty(), Optional.empty(),
            Optional.of(true), Optional.empty()),
        completed(new RunEvent.Usage("gpt-4o-mini", 1_000, 500, Optional.of(0.00045))),
        completed(new RunEvent.Usage("unpriced", 3_000_000_000L, 0, Optional.empty())),
        new RunEvent.NodeFailed(6, AT, "12", "12", ERROR, Optional.of(2), Optional.of(500L)),
        new RunEvent.Completed(7, AT, OUTPUTS, 57,
            Optional.of(List.of(new RunEvent.WaitingFor("9", "9", List.of("trigger2"))))),
        new RunEvent.NodeFailed(6, AT, "12", "12", AT_INPUT, Optional.empty(), Optional.empty()),
        new RunEvent.Failed(7, AT, ERROR, 57),
        new RunEvent.Cancelled(7, AT, "by the user", 57),
        new RunEvent.Interrupted(7, AT, "its process ended", List.of("12")),
        new RunEvent.Resumed(8, AT));
  }

  private static RunEvent completed(RunEvent.Usage usage) {
    return new RunEvent.NodeCompleted(5, AT, "12", "12", OUTPUTS, List.of(), 41, Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(usage));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void comesBackFromTheWireAsItWent(RunEvent event) {
    assertEquals(event, Wire.read(Wire.bytes(event), RunEvent.class));
  }

  @Test
  void tellsItsKindEvenAmongThingsOfAnySort() {
    for (JsonNode written : Wire.read(Wire.text(List.of(everyKind(), "else")), JsonNode.class).get(0)) {
      assertEquals(List.of("seq", "at", "kind"), written.properties().stream().map(Map.Entry::getKey).limit(3).toList());
      assertTrue(written.get("kind").isTextual(), written::toString);
    }
  }

  @Test
  void isTestedInEveryKind() {
    assertEquals(new HashSet<>(Arrays.asList(RunEvent.class.getPermittedSubclasses())),
        everyKind().stream().map(RunEvent::getClass).collect(Collectors.toSet()));
  }

  @Test
  void isTheSameInAGroupThatIsWrittenEventByEvent() {
    UUID run = UUID.fromString("00000000-0000-4000-8000-000000000001");
    for (Optional<String> tab : List.of(Optional.<String>empty(), Optional.of("t\"1"))) {
      RunGroupEncoder encoder = new RunGroupEncoder(run, tab, 3);
      int length = 0;
      for (RunEvent event : everyKind()) {
        int longer = encoder.add(event);
        assertTrue(longer > length);
        length = longer;
      }

      assertEquals(json(Wire.text(new RunGroup(run, tab, 3, everyKind()))), json(encoder.end()));
    }
  }

  @Test
  void isTheSameInAGroupWhateverItsTextsAndValues() {
    List<RunEvent> events = IntStream.range(0, 0x300).mapToObj(Character::toString).<RunEvent>mapMulti((odd, more) -> {
      more.accept(new RunEvent.NodeStarted(1, AT, odd, "a" + odd, odd + "/\"", Optional.empty()));
      more.accept(new RunEvent.NodeCompleted(2, AT, "1", "1",
          Map.of(odd, TextNode.valueOf(odd + odd), "own", values().put(odd, odd)), List.of(odd, "b"), 0, Optional.empty()));
      more.accept(new RunEvent.Cancelled(3, AT, odd + "\u2028\uffff🌱" + odd, Long.MAX_VALUE));
    }).toList();
    RunGroupEncoder encoder = new RunGroupEncoder(new UUID(1, 2), Optional.empty(), 1);
    events.forEach(encoder::add);

    assertEquals(json(Wire.text(new RunGroup(new UUID(1, 2), Optional.empty(), 1, events))), json(encoder.end()));
  }

  private static ObjectNode values() {
    ObjectNode values = JsonNodeFactory.instance.objectNode().put("whole", Long.MIN_VALUE).put("part", 0.1)
        .put("exact", new BigDecimal("1.10")).put("huge", BigInteger.TEN.pow(40)).put("truth", true).putNull("nothing");
    values.putArray("list").add(1).add("two").addObject();
    return values;
  }

  /** As a text again, in which the same characters are written the same way, and fields keep their order. */
  private static String json(String text) {
    return Wire.read(text, JsonNode.class).toString();
  }

  @Test
  void isWrittenAsTheDesignShowsIt() {
    UUID run = UUID.fromString("00000000-0000-4000-8000-000000000001");
    RunEvent event = new RunEvent.NodeCompleted(3, Instant.parse("2026-11-22T10:00:00Z"), "12", "12",
        Map.of("result", TextNode.valueOf("…")), List.of("trigger"), 41, Optional.empty());
    RunGroup group = new RunGroup(run, Optional.of("t1"), 1, List.of(event));
    RunGroupEncoder encoder = new RunGroupEncoder(run, Optional.of("t1"), 1);
    encoder.add(event);
    String message = encoder.end();

    assertEquals("""
        {"run":"00000000-0000-4000-8000-000000000001","tab":"t1","epoch":1,"events":[\
        {"seq":3,"at":"2026-11-22T10:00:00.000Z","kind":"node.completed","node":"12","step":"12",\
        "outputs":{"result":"…"},"fired":["trigger"],"ms":41}]}""", message);
    assertEquals(group, Wire.read(message, RunGroup.class));
  }

  @Test
  void usageAddsUpAndItsCostIsKnownIfThatOfEveryAnswerIs() {
    RunEvent.Usage first = new RunEvent.Usage("small", 100, 10, Optional.of(0.25));
    RunEvent.Usage second = new RunEvent.Usage("large", 1_000, 1, Optional.of(0.5));
    RunEvent.Usage unpriced = new RunEvent.Usage("own", 7, 7, Optional.empty());

    assertEquals(new RunEvent.Usage("large", 1_100, 11, Optional.of(0.75)), first.and(second));
    assertEquals(new RunEvent.Usage("own", 107, 17, Optional.empty()), first.and(unpriced));
    assertEquals(new RunEvent.Usage("small", 107, 17, Optional.empty()), unpriced.and(first));
  }

  @Test
  void endsARunInThreeKindsOnly() {
    for (RunEvent event : everyKind()) {
      boolean ends = event instanceof RunEvent.Completed || event instanceof RunEvent.Failed
          || event instanceof RunEvent.Cancelled;
      if (ends) {
        assertTrue(event.isFinal(), event::toString);
      } else {
        assertFalse(event.isFinal(), event::toString);
      }
    }
  }
}
