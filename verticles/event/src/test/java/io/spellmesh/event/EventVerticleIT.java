package io.spellmesh.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.EmbeddingOf;
import io.spellmesh.contract.event.Events.Event;
import io.spellmesh.contract.event.Events.NewEvent;
import io.spellmesh.contract.event.Events.Place;
import io.spellmesh.contract.event.Events.Recall;
import io.spellmesh.contract.event.Events.Which;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EventVerticleIT {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();
  private final UUID eve = UUID.randomUUID();

  EventVerticleIT() {
    member.deploy(new EventVerticle(member.member()));
  }

  @Test
  void givesBackAllThatWasStored() {
    Place place = new Place(Optional.of("Conversation"), Optional.of("Ann"), Optional.of("Bot"),
        Optional.of("discord"), Optional.of("general"), Optional.of("text"), Optional.of("p-1"), Optional.of("7"),
        Optional.of(List.of("Ann", "Bot")));
    String raw = "{\"b\":1.5,\"a\":[\"\\u0000\",null]}";

    Event stored = ask(ann, Events.STORE, new NewEvent("Hello 東京", Optional.of(place), Optional.of("discord"),
        Optional.of(Wire.read(raw, JsonNode.class)), Optional.of(NOON), Optional.empty(), Optional.empty()));

    assertEquals(List.of(stored), recall(ann, everything()));
    assertEquals("Hello 東京", stored.content());
    assertEquals(Optional.of("conversation"), stored.place().type());
    assertEquals(place.entities(), stored.place().entities());
    assertEquals(place.agentId(), stored.place().agentId());
    assertEquals(NOON, stored.date());
    assertEquals(raw, Wire.text(stored.rawData().orElseThrow()));
  }

  @Test
  void recallsTheNewestInTheOrderTheyHappened() {
    for (int i = 0; i < 12; i++) {
      store(ann, "event " + i, Place.ANYWHERE, NOON.plusSeconds(i % 6));
    }

    assertEquals(List.of("event 10", "event 5", "event 11"), contents(recall(ann, of(Place.ANYWHERE, 3))));
    assertEquals(10, recall(ann, everything()).size());
    assertEquals(List.of("event 1", "event 7"), contents(recall(ann, new Recall(Optional.empty(),
        Optional.of(NOON), Optional.of(NOON.plusSeconds(2)), Optional.empty(), Optional.empty()))));
  }

  @Test
  void recallsOnlyWhatHasAllThatIsAskedFor() {
    Place there = place("talk", "Ann", "Bot", "general", List.of("Ann", "Bot", "Tom"));
    store(ann, "there", there, NOON);
    store(ann, "other type", place("note", "Ann", "Bot", "general", List.of("Ann", "Bot", "Tom")), NOON);
    store(ann, "other sender", place("talk", "Tom", "Bot", "general", List.of("Ann", "Bot", "Tom")), NOON);
    store(ann, "other channel", place("talk", "Ann", "Bot", "garden", List.of("Ann", "Bot", "Tom")), NOON);
    store(ann, "fewer there", place("talk", "Ann", "Bot", "general", List.of("Ann")), NOON);
    store(ann, "nowhere", Place.ANYWHERE, NOON);

    assertEquals(List.of("there"),
        contents(recall(ann, of(place("TALK", "Ann", "Bot", "general", List.of("Tom", "Bot")), 10))));
    assertEquals(List.of("nowhere"), contents(recall(ann, of(typed(Events.NO_TYPE), 10))));
    assertEquals(List.of(), recall(ann, of(typed("t'; DROP TABLE event.event; --"), 10)));
  }

  @Test
  void recallsTheNearestFirst() {
    store(ann, "north", List.of(0.0, 5.0));
    store(ann, "east", List.of(3.0, 0.0));
    store(ann, "north-east", List.of(1.0, 1.0));
    store(ann, "of another space", List.of(1.0, 0.0, 0.0));
    store(ann, "nowhere", List.of(0.0, 0.0));
    store(eve, "eve's", List.of(1.0, 0.1));
    store(ann, "without", Place.ANYWHERE, NOON);

    assertEquals(List.of("east", "north-east", "north"), contents(recall(ann, new Recall(Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(List.of(9.0, 0.5)), Optional.of(3)))));
  }

  @Test
  void knowsWhereATextWasPlacedLast() {
    store(ann, "hello", List.of(0.5, -0.25));
    store(ann, "hello", List.of(4.0, 3.0));
    store(ann, "hello", Place.ANYWHERE, NOON);

    List<Double> known = ask(ann, Events.EMBEDDING, new EmbeddingOf("hello")).embedding().orElseThrow();
    assertEquals(4, known.get(0), 1e-6);
    assertEquals(3, known.get(1), 1e-6);
    assertEquals(Optional.empty(), ask(ann, Events.EMBEDDING, new EmbeddingOf("Hello")).embedding());
    assertEquals(Optional.empty(), ask(eve, Events.EMBEDDING, new EmbeddingOf("hello")).embedding());
  }

  @Test
  void storesOnceUnderOneKey() {
    NewEvent event = new NewEvent("once", Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of("run/1"));

    Event first = ask(ann, Events.STORE, event);

    assertEquals(first, ask(ann, Events.STORE, event));
    assertTrue(!first.id().equals(ask(eve, Events.STORE, event).id()));
    assertEquals(1, recall(ann, everything()).size());
  }

  @Test
  void eventsAreTheirOwnersAlone() {
    Event anns = store(ann, "secret", Place.ANYWHERE, NOON);

    assertEquals(List.of(), recall(eve, everything()));
    assertEquals(FailureCode.NOT_FOUND,
        Waiting.failureOf(member.ask(eve, Events.DELETE, new Which(anns.id()))).code());
    assertEquals(1, recall(ann, everything()).size());

    ask(ann, Events.DELETE, new Which(anns.id()));

    assertEquals(List.of(), recall(ann, everything()));
    assertEquals("no event " + anns.id(),
        Waiting.failureOf(member.ask(ann, Events.DELETE, new Which(anns.id()))).getMessage());
  }

  @Test
  void refusesWhatCannotBeKept() {
    for (String content : List.of("", "a\u0000b", "x".repeat(Events.LONGEST_CONTENT + 1))) {
      assertThrows(IllegalArgumentException.class, () -> new NewEvent(content, Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }
    assertThrows(IllegalArgumentException.class, () -> typed("a\u0000b"));
    assertThrows(IllegalArgumentException.class, () -> of(Place.ANYWHERE, 0));
  }

  private Event store(UUID user, String content, Place place, Instant at) {
    return ask(user, Events.STORE, new NewEvent(content, Optional.of(place), Optional.empty(), Optional.empty(),
        Optional.of(at), Optional.empty(), Optional.empty()));
  }

  private void store(UUID user, String content, List<Double> embedding) {
    ask(user, Events.STORE, new NewEvent(content, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(embedding), Optional.empty()));
  }

  private static Place typed(String type) {
    return new Place(Optional.of(type), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Place place(String type, String sender, String observer, String channel, List<String> entities) {
    return new Place(Optional.of(type), Optional.of(sender), Optional.of(observer), Optional.empty(),
        Optional.of(channel), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(entities));
  }

  private static Recall everything() {
    return new Recall(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Recall of(Place place, int count) {
    return new Recall(Optional.of(place), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(count));
  }

  private List<Event> recall(UUID user, Recall recall) {
    return ask(user, Events.RECALL, recall).items();
  }

  private static List<String> contents(List<Event> events) {
    return events.stream().map(Event::content).toList();
  }

  private <Q, A> A ask(UUID user, Operation<Q, A> operation, Q question) {
    return Waiting.await(member.ask(user, operation, question));
  }
}
