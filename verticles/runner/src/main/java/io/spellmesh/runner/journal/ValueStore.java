package io.spellmesh.runner.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Values that are too large to travel in events. */
public final class ValueStore {
  private static final String WRITE = """
      INSERT INTO runner.value (day, user_id, run, ref, json)
      SELECT $1, $2, $3, ref, json FROM unnest($4::text[], $5::bytea[]) AS t (ref, json)
      ON CONFLICT DO NOTHING""";
  private static final String READ = """
      SELECT v.json FROM runner.value v JOIN runner.run r
        ON r.user_id = v.user_id AND r.id = v.run AND r.day = v.day
      WHERE v.user_id = $1 AND v.run = $2 AND v.ref = $3""";

  private static final String READ_ALL = """
      SELECT ref, json FROM runner.value WHERE user_id = $1 AND run = $2 AND day = $3 AND ref = ANY ($4)""";

  /** @param json UTF-8 */
  public record LargeValue(String ref, byte[] json) {}

  private final Pool pool;
  private final Perseverance perseverance;

  public ValueStore(Pool pool, Perseverance perseverance) {
    this.pool = pool;
    this.perseverance = perseverance;
  }

  /** Makes values durable; while the database is away it waits for it. */
  public Future<Void> write(RunKey run, LocalDate day, List<LargeValue> values) {
    return perseverance.until(() -> pool.preparedQuery(WRITE).execute(Tuple.tuple().addLocalDate(day)
        .addUUID(run.user()).addUUID(run.run())
        .addArrayOfString(values.stream().map(LargeValue::ref).toArray(String[]::new))
        .addArrayOfBuffer(values.stream().map(value -> Buffer.buffer(value.json())).toArray(Buffer[]::new)))
        .mapEmpty());
  }

  /** Those of the values that there are, by reference. @param day under which the run's rows lie */
  public Future<Map<String, JsonNode>> readAll(RunKey run, LocalDate day, Set<String> refs) {
    return pool.preparedQuery(READ_ALL)
        .execute(Tuple.of(run.user(), run.run(), day, refs.toArray(String[]::new))).map(rows -> {
          Map<String, JsonNode> values = new HashMap<>();
          rows.forEach(row -> values.put(row.getString("ref"),
              Wire.read(row.getBuffer("json").getBytes(), JsonNode.class)));
          return values;
        });
  }

  /** Fails with NOT_FOUND, the same whether the value or the run is unknown or another user's. */
  public Future<JsonNode> read(UUID user, UUID run, String ref) {
    return pool.preparedQuery(READ).execute(Tuple.of(user, run, ref)).map(rows -> {
      if (rows.size() == 0) {
        throw Failure.notFound("no value " + ref + " of run " + run);
      }
      return Wire.read(rows.iterator().next().getBuffer(0).getBytes(), JsonNode.class);
    });
  }
}
