package io.spellmesh.engine.run;

import java.util.Map;
import java.util.Optional;

/**
 * How to run.
 *
 * @param emitted      the item of a source that the run begins with, in place of the spell's entries
 * @param recorded     outputs of an earlier run by step, used in place of the bodies
 * @param tellRecorded whether steps that are not run because they are recorded are told as events
 * @param firstSeq     number of the first event
 */
public record RunSettings(Limits limits, Optional<Emitted> emitted, Map<String, Recorded> recorded, boolean tellRecorded,
    long firstSeq) {
  public static final RunSettings USUAL = new RunSettings(Limits.USUAL, Optional.empty(), Map.of(), true, 1);

  public RunSettings {
    recorded = Map.copyOf(recorded);
  }

  public RunSettings with(Limits other) {
    return new RunSettings(other, emitted, recorded, tellRecorded, firstSeq);
  }

  public RunSettings with(Optional<Emitted> other) {
    return new RunSettings(limits, other, recorded, tellRecorded, firstSeq);
  }

  public RunSettings with(Map<String, Recorded> other) {
    return new RunSettings(limits, emitted, other, tellRecorded, firstSeq);
  }
}
