package io.spellmesh.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What was said and done, by whom, to whom and where; each user's own. Texts have no U+0000, which the database
 * cannot keep.
 */
public interface Events {
  Operation<NewEvent, Event> STORE = Operation.at("spellmesh.event.store", NewEvent.class, Event.class);
  /** Events that have all that is asked for. */
  Operation<Recall, Recalled> RECALL =
      Operation.at("spellmesh.event.recall", Recall.class, Recalled.class).withPatience(Duration.ofSeconds(15));
  /** Fails with NOT_FOUND for one that is unknown, or another's. */
  Operation<Which, Nothing> DELETE = Operation.at("spellmesh.event.delete", Which.class, Nothing.class);
  /** Where a text was placed when an event with it was stored last. */
  Operation<EmbeddingOf, Embedding> EMBEDDING =
      Operation.at("spellmesh.event.embedding", EmbeddingOf.class, Embedding.class);

  int LONGEST_CONTENT = 1_000_000;
  int LONGEST_NAME = 1_000;
  int MOST_ENTITIES = 1_000;
  int MOST_RECALLED = 1_000;
  int MOST_NUMBERS = 8_192;
  /** What an event is that nobody said the type of. */
  String NO_TYPE = "none";

  /**
   * Where an event belongs. Every text is at most 1,000 characters long.
   *
   * @param type        what kind it is; compared in lower case
   * @param sender      who said or did it
   * @param observer    to whom
   * @param client      through what program
   * @param channel     where in that program
   * @param channelType what kind of place that is
   * @param projectId   as the event has it, which may be an older system's
   * @param agentId     likewise
   * @param entities    who and what is there, at most 1,000
   */
  record Place(Optional<String> type, Optional<String> sender, Optional<String> observer,
      Optional<String> client, Optional<String> channel, Optional<String> channelType,
      Optional<String> projectId, Optional<String> agentId, Optional<List<String>> entities) {
    public static final Place ANYWHERE = new Place(Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Place {
      require("type", type);
      require("sender", sender);
      require("observer", observer);
      require("client", client);
      require("channel", channel);
      require("channelType", channelType);
      require("projectId", projectId);
      require("agentId", agentId);
      entities = entities.map(List::copyOf);
      if (entities.filter(all -> all.size() > MOST_ENTITIES).isPresent()) {
        throw new IllegalArgumentException(
            "entities are " + entities.get().size() + ", must be at most " + MOST_ENTITIES);
      }
      entities.ifPresent(all -> all.forEach(entity -> requireText("entities", entity, LONGEST_NAME)));
    }

    private static void require(String name, Optional<String> text) {
      text.ifPresent(given -> requireText(name, given, LONGEST_NAME));
    }
  }

  /**
   * @param content   1 to 1,000,000 characters
   * @param connector what it came in through
   * @param rawData   as it came in
   * @param date      when; absent means now
   * @param embedding where the content lies, 1 to 8,192 numbers; by this it is recalled with {@code near}
   * @param key       makes it safe to store again: of events with one key the first is kept
   */
  record NewEvent(String content, Optional<Place> place, Optional<String> connector,
      Optional<JsonNode> rawData, Optional<Instant> date, Optional<List<Double>> embedding,
      Optional<String> key) {
    public NewEvent {
      requireText("content", content, LONGEST_CONTENT);
      if (content.isEmpty()) {
        throw new IllegalArgumentException("content is empty");
      }
      connector.ifPresent(text -> requireText("connector", text, LONGEST_NAME));
      rawData = rawData.filter(data -> !data.isNull());
      key.ifPresent(text -> requireText("key", text, LONGEST_NAME));
      embedding = embedding.map(Events::embedding);
    }
  }

  record Event(UUID id, String content, Place place, Optional<String> connector, Optional<JsonNode> rawData,
      Instant date) {}

  record Which(UUID event) {
    public Which {
      Objects.requireNonNull(event, "event is missing");
    }
  }

  /**
   * @param place  all that is given must be the same; of entities, all must be among the event's
   * @param after  only later ones
   * @param before only earlier ones
   * @param near   the nearest to this, the nearest first, of the newest with an embedding of this length;
   *               absent means the newest, the oldest of them first
   * @param count  how many, 1 to 1,000; absent means 10
   */
  record Recall(Optional<Place> place, Optional<Instant> after, Optional<Instant> before,
      Optional<List<Double>> near, Optional<Integer> count) {
    public Recall {
      near = near.map(Events::embedding);
      if (count.filter(number -> number < 1 || number > MOST_RECALLED).isPresent()) {
        throw new IllegalArgumentException("count is " + count.get() + ", must be 1 to " + MOST_RECALLED);
      }
    }
  }

  record Recalled(List<Event> items) {}

  /** @param content exactly as it was stored */
  record EmbeddingOf(String content) {
    public EmbeddingOf {
      requireText("content", content, LONGEST_CONTENT);
    }
  }

  /** @param embedding absent if the text was never stored with one */
  record Embedding(Optional<List<Double>> embedding) {}

  private static List<Double> embedding(List<Double> numbers) {
    if (numbers.isEmpty() || numbers.size() > MOST_NUMBERS) {
      throw new IllegalArgumentException(
          "an embedding has " + numbers.size() + " numbers, must have 1 to " + MOST_NUMBERS);
    }
    return List.copyOf(numbers);
  }

  private static void requireText(String name, String text, int longest) {
    Objects.requireNonNull(text, name + " is missing");
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters, must have at most " + longest);
    }
    if (text.indexOf('\u0000') >= 0) {
      throw new IllegalArgumentException(name + " has the character U+0000, which cannot be kept");
    }
  }
}
