package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.Runner;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to run.
 *
 * @param emitted  the item of a source that the run begins with, in place of the spell's entries
 * @param reuse    what is taken over from elsewhere
 * @param recorded of a run that goes on, what its steps gave and told before
 * @param firstSeq number of the first event
 * @param earlier  of a run that goes on
 * @param to       the node that the run goes to, see {@link Runner.Start}
 */
public record RunSettings(Limits limits, Optional<Emitted> emitted, Reuse reuse, Map<String, Recorded> recorded,
    long firstSeq, Earlier earlier, Optional<String> to) {
  public static final RunSettings USUAL =
      new RunSettings(Limits.USUAL, Optional.empty(), Reuse.NOTHING, Map.of(), 1, Earlier.NOTHING, Optional.empty());

  public RunSettings {
    recorded = Map.copyOf(recorded);
  }

  public RunSettings with(Limits other) {
    return new RunSettings(other, emitted, reuse, recorded, firstSeq, earlier, to);
  }

  public RunSettings with(Optional<Emitted> other) {
    return new RunSettings(limits, other, reuse, recorded, firstSeq, earlier, to);
  }

  public RunSettings with(Reuse other) {
    return new RunSettings(limits, emitted, other, recorded, firstSeq, earlier, to);
  }

  public RunSettings to(Optional<String> node) {
    return new RunSettings(limits, emitted, reuse, recorded, firstSeq, earlier, node);
  }

  /** Whether an earlier part of the run knows a step with a path that begins so. */
  boolean knowsInside(String place) {
    return Stream.concat(recorded.keySet().stream(), earlier.begun().stream())
        .anyMatch(step -> step.startsWith(place));
  }

  RunSettings with(Earlier other) {
    return new RunSettings(limits, emitted, reuse, recorded, firstSeq, other, to);
  }

  /**
   * To go on where a run stopped that was parked or interrupted.
   *
   * @param answers what people have answered since, by step
   */
  public RunSettings after(History history, Map<String, JsonNode> answers) {
    return new RunSettings(limits, emitted, reuse, history.recorded(), history.last() + 1,
        history.earlier(answers), history.to());
  }
}
