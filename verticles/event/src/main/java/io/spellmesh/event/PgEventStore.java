package io.spellmesh.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Event;
import io.spellmesh.contract.event.Events.NewEvent;
import io.spellmesh.contract.event.Events.Place;
import io.spellmesh.contract.event.Events.Recall;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Events in PostgreSQL. */
final class PgEventStore {
  private static final int USUAL_COUNT = 10;
  /** How many of the newest are compared with an embedding; 5,000 of 1,536 numbers take about a second. */
  private static final int MOST_COMPARED = 5_000;

  private static final String COLUMNS = "id, type, content, sender, observer, client, channel, channel_type, "
      + "project, agent, entities, connector, raw, happened";
  private static final String INSERT = """
      WITH fresh AS (
        INSERT INTO event.event (id, owner, key, type, content, digest, sender, observer, client, channel,
          channel_type, project, agent, entities, connector, raw, happened, direction, length)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        ON CONFLICT (owner, key) DO NOTHING
        RETURNING %1$s)
      SELECT %1$s FROM fresh
      UNION ALL
      SELECT %1$s FROM event.event WHERE owner = $2 AND key = $3 AND NOT EXISTS (SELECT FROM fresh)
      """.formatted(COLUMNS);
  private static final String FITTING = """
      owner = $1 AND ($2::text IS NULL OR type = $2) AND ($3::text IS NULL OR sender = $3)
        AND ($4::text IS NULL OR observer = $4) AND ($5::text IS NULL OR client = $5)
        AND ($6::text IS NULL OR channel = $6) AND ($7::text IS NULL OR channel_type = $7)
        AND ($8::text IS NULL OR project = $8) AND ($9::text IS NULL OR agent = $9)
        AND entities @> $10::text[] AND ($11::timestamptz IS NULL OR happened > $11)
        AND ($12::timestamptz IS NULL OR happened < $12)""";
  private static final String NEWEST = """
      SELECT * FROM (
        SELECT %s, number FROM event.event WHERE %s
        ORDER BY happened DESC, number DESC LIMIT $13) newest
      ORDER BY happened, number""".formatted(COLUMNS, FITTING);
  private static final String NEAREST = """
      SELECT %1$s FROM (
        SELECT %1$s, number, direction FROM event.event
        WHERE %2$s AND cardinality(direction) = cardinality($14::real[])
        ORDER BY happened DESC, number DESC LIMIT %3$d) newest
      ORDER BY (SELECT sum(a * b) FROM unnest(direction, $14::real[]) AS pair (a, b)) DESC, happened DESC,
        number DESC
      LIMIT $13""".formatted(COLUMNS, FITTING, MOST_COMPARED);
  private static final String DELETE = "DELETE FROM event.event WHERE owner = $1 AND id = $2";
  private static final String EMBEDDING = """
      SELECT direction, length FROM event.event
      WHERE owner = $1 AND digest = $2 AND direction IS NOT NULL ORDER BY happened DESC, number DESC LIMIT 1""";

  private final Pool pool;

  PgEventStore(Pool pool) {
    this.pool = pool;
  }

  /** What is kept: this one, or the first with its key. */
  Future<Event> insert(UUID owner, NewEvent event) {
    Place place = event.place().orElse(Place.ANYWHERE);
    Tuple row = Tuple.of(UUID.randomUUID(), owner)
        .addString(orNull(event.key()))
        .addString(place.type().map(PgEventStore::folded).orElse(Events.NO_TYPE))
        .addString(event.content())
        .addBuffer(digest(event.content()));
    List.of(place.sender(), place.observer(), place.client(), place.channel(), place.channelType(),
        place.projectId(), place.agentId()).forEach(text -> row.addString(orNull(text)));
    row.addArrayOfString(place.entities().orElse(List.of()).toArray(String[]::new))
        .addString(orNull(event.connector()))
        .addString(orNull(event.rawData().map(Wire::text)))
        .addOffsetDateTime(at(event.date().orElseGet(Instant::now)))
        .addArrayOfFloat(Direction.unit(event.embedding()).orElse(null))
        .addDouble(Direction.length(event.embedding()).orElse(null));
    return pool.preparedQuery(INSERT).execute(row).map(rows -> event(rows.iterator().next()));
  }

  /** The newest that fit, the oldest of them first. */
  Future<List<Event>> newest(UUID owner, Recall recall) {
    return pool.preparedQuery(NEWEST).execute(fitting(owner, recall)).map(PgEventStore::events);
  }

  /** Those that fit, the nearest first. */
  Future<List<Event>> nearest(UUID owner, Recall recall) {
    return pool.preparedQuery(NEAREST)
        .execute(fitting(owner, recall).addArrayOfFloat(Direction.unit(recall.near()).orElseThrow()))
        .map(PgEventStore::events);
  }

  /** False if the owner has no such event. */
  Future<Boolean> delete(UUID owner, UUID event) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(owner, event)).map(rows -> rows.rowCount() == 1);
  }

  Future<Optional<List<Double>>> embedding(UUID owner, String content) {
    return pool.preparedQuery(EMBEDDING).execute(Tuple.of(owner, digest(content)))
        .map(rows -> rows.stream().findFirst().map(row ->
            new Direction(row.getArrayOfFloats("direction"), row.getDouble("length")).embedding()));
  }

  private static Tuple fitting(UUID owner, Recall recall) {
    Place place = recall.place().orElse(Place.ANYWHERE);
    Tuple values = Tuple.of(owner);
    List.of(place.type().map(PgEventStore::folded), place.sender(), place.observer(), place.client(),
        place.channel(), place.channelType(), place.projectId(), place.agentId())
        .forEach(text -> values.addString(orNull(text)));
    return values.addArrayOfString(place.entities().orElse(List.of()).toArray(String[]::new))
        .addOffsetDateTime(orNull(recall.after().map(PgEventStore::at)))
        .addOffsetDateTime(orNull(recall.before().map(PgEventStore::at)))
        .addInteger(recall.count().orElse(USUAL_COUNT));
  }

  private static List<Event> events(Iterable<Row> rows) {
    List<Event> events = new ArrayList<>();
    rows.forEach(row -> events.add(event(row)));
    return events;
  }

  private static Event event(Row row) {
    Place place = new Place(text(row, "type"), text(row, "sender"), text(row, "observer"), text(row, "client"),
        text(row, "channel"), text(row, "channel_type"), text(row, "project"), text(row, "agent"),
        Optional.of(Arrays.asList(row.getArrayOfStrings("entities"))));
    return new Event(row.getUUID("id"), row.getString("content"), place, text(row, "connector"),
        text(row, "raw").map(raw -> Wire.read(raw, JsonNode.class)),
        row.getOffsetDateTime("happened").toInstant());
  }

  private static Optional<String> text(Row row, String column) {
    return Optional.ofNullable(row.getString(column));
  }

  /** The database's word for what is absent. */
  private static <T> T orNull(Optional<T> value) {
    return value.orElse(null);
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static String folded(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static Buffer digest(String content) {
    try {
      return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
