package io.spellmesh.nodes.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Event;
import io.spellmesh.contract.event.Events.Place;
import io.spellmesh.contract.event.Events.Recall;
import io.spellmesh.contract.event.Events.Recalled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

  private final List<Event> kept = new ArrayList<>();
  private final List<Recall> asked = new ArrayList<>();
  private Optional<CompletableFuture<Object>> odd = Optional.empty();

  private Stand play(String data) {
    return new Stand(new EventStream(), data, question -> {
      Recall recall = (Recall) question;
      asked.add(recall);
      return odd.orElseGet(() -> CompletableFuture.completedFuture(new Recalled(kept.stream()
          .filter(event -> event.date().isAfter(recall.after().orElseThrow())).toList())));
    });
  }

  private void store(String content, long second) {
    kept.add(new Event(UUID.nameUUIDFromBytes(content.getBytes()), content, Place.ANYWHERE, Optional.empty(),
        Optional.empty(), BEGIN.plusSeconds(second)));
  }

  private static long count(Stand stand, String content) {
    return stand.items().split("'content':'" + content + "'", -1).length - 1L;
  }

  @Test
  void emitsEachEventOnceAndNoneOfThoseThatWereThereBefore() {
    store("before", -1);
    Stand stand = play("{'seconds':'2'}");
    store("one", 1);
    stand.tick();
    store("two", 2);
    store("late, of the same second", 1);
    stand.tick();
    stand.tick();

    assertEquals(List.of(Duration.ofSeconds(2)), stand.periods);
    assertEquals(0, count(stand, "before"));
    assertEquals(1, count(stand, "one"));
    assertEquals(1, count(stand, "two"));
    assertEquals(1, count(stand, "late, of the same second"));
  }

  @Test
  void asksForWhatIsSet() {
    play("{'type':' said ','sender':'ann','channel':'hall'}");

    Place place = asked.getFirst().place().orElseThrow();
    assertEquals(List.of(Optional.of("said"), Optional.of("ann"), Optional.of("hall"), Optional.<String>empty()),
        List.of(place.type(), place.sender(), place.channel(), place.observer()));
    assertEquals(Optional.of(Events.MOST_RECALLED), asked.getFirst().count());
  }

  @Test
  void looksAgainAfterAFailureAndNeverTwiceAtOnce() {
    Stand stand = play("{}");
    odd = Optional.of(CompletableFuture.failedFuture(Failure.unavailable("away", Duration.ofSeconds(1))));
    stand.tick();
    odd = Optional.of(new CompletableFuture<>());
    store("meanwhile", 1);
    stand.tick();
    stand.tick();
    assertEquals(3, asked.size());

    CompletableFuture<Object> hanging = odd.orElseThrow();
    odd = Optional.empty();
    hanging.complete(new Recalled(List.of()));
    stand.tick();

    assertEquals(1, count(stand, "meanwhile"));
  }
}
