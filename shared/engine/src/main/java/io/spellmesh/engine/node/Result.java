package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a body gives: values for data outputs, and which triggers fire. Outputs that are not given are
 * absent. A body that waits, or calls a spell, gives nothing yet.
 *
 * @param outputs    by output key
 * @param fired      keys of the trigger outputs that fire, in order; absent for all but {@code error}
 * @param iterations for loops only
 * @param waiting    for what the step waits; then the body is run again
 * @param calling    the spell that is run next; then the body is run again
 */
public record Result(Map<String, JsonNode> outputs, Optional<List<String>> fired,
    Optional<Iterations> iterations, Optional<Waiting> waiting, Optional<SpellCall> calling) {
  private static final Result NOTHING = new Result(Map.of(), Optional.empty(), Optional.empty());

  public Result(Map<String, JsonNode> outputs, Optional<List<String>> fired, Optional<Iterations> iterations) {
    this(outputs, fired, iterations, Optional.empty(), Optional.empty());
  }

  /** @param concurrency how many iterations may be under way at once, at least 1 */
  public record Iterations(List<JsonNode> elements, int concurrency) {
    public Iterations {
      if (concurrency < 1) {
        throw new IllegalArgumentException("concurrency is " + concurrency + ", must be at least 1");
      }
    }
  }

  /** No values; every trigger output but {@code error} fires. */
  public static Result nothing() {
    return NOTHING;
  }

  public static Result of(Output output, JsonNode value) {
    return new Result(Map.of(output.key(), value), Optional.empty(), Optional.empty());
  }

  /** @param outputs by output key; order is kept */
  public static Result of(Map<String, JsonNode> outputs) {
    return new Result(outputs, Optional.empty(), Optional.empty());
  }

  /** Only this trigger fires. */
  public static Result fire(Output trigger) {
    return NOTHING.firing(trigger.key());
  }

  public static Result iterate(List<JsonNode> elements, int concurrency) {
    return new Result(Map.of(), Optional.empty(), Optional.of(new Iterations(elements, concurrency)));
  }

  /**
   * The body is run again when that has come, in another process perhaps and days later; see
   * {@link NodeRun#answer}.
   */
  public static Result waiting(Waiting what) {
    return new Result(Map.of(), Optional.empty(), Optional.empty(), Optional.of(what), Optional.empty());
  }

  /** For types whose role is {@link Role.Caller}. */
  public static Result calling(SpellCall spell) {
    return new Result(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(spell));
  }

  /** The same, with one value more. */
  public Result and(Output output, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(outputs);
    more.put(output.key(), value);
    return new Result(more, fired, iterations);
  }

  /** The same, but only these triggers fire. */
  public Result firing(String... triggers) {
    return new Result(outputs, Optional.of(List.of(triggers)), iterations);
  }
}
