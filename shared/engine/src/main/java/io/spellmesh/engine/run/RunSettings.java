package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * How to run.
 *
 * @param emitted      the item of a source that the run begins with, in place of the spell's entries
 * @param recorded     outputs of an earlier run by step, used in place of the bodies
 * @param tellRecorded whether steps that are not run because they are recorded are told as events
 * @param firstSeq     number of the first event
 * @param earlier      of a run that goes on
 */
public record RunSettings(Limits limits, Optional<Emitted> emitted, Map<String, Recorded> recorded, boolean tellRecorded,
    long firstSeq, Earlier earlier) {
  public static final RunSettings USUAL =
      new RunSettings(Limits.USUAL, Optional.empty(), Map.of(), true, 1, Earlier.NOTHING);

  public RunSettings {
    recorded = Map.copyOf(recorded);
  }

  public RunSettings with(Limits other) {
    return new RunSettings(other, emitted, recorded, tellRecorded, firstSeq, earlier);
  }

  public RunSettings with(Optional<Emitted> other) {
    return new RunSettings(limits, other, recorded, tellRecorded, firstSeq, earlier);
  }

  public RunSettings with(Map<String, Recorded> other) {
    return new RunSettings(limits, emitted, other, tellRecorded, firstSeq, earlier);
  }

  RunSettings with(Earlier other) {
    return new RunSettings(limits, emitted, recorded, tellRecorded, firstSeq, other);
  }

  /**
   * To go on where a run stopped that was parked or interrupted.
   *
   * @param answers what people have answered since, by step
   */
  public RunSettings after(History history, Map<String, JsonNode> answers) {
    return new RunSettings(limits, emitted, history.recorded(), false, history.last() + 1, history.earlier(answers));
  }
}
