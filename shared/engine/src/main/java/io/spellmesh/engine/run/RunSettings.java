package io.spellmesh.engine.run;

import java.util.Map;

/**
 * How to run.
 *
 * @param recorded     outputs of an earlier run by step, used in place of the bodies
 * @param tellRecorded whether steps that are not run because they are recorded are told as events
 * @param firstSeq     number of the first event
 */
public record RunSettings(Limits limits, Map<String, Recorded> recorded, boolean tellRecorded,
    long firstSeq) {
  public static final RunSettings USUAL = new RunSettings(Limits.USUAL, Map.of(), true, 1);

  public RunSettings {
    recorded = Map.copyOf(recorded);
  }

  public RunSettings with(Limits other) {
    return new RunSettings(other, recorded, tellRecorded, firstSeq);
  }

  public RunSettings with(Map<String, Recorded> other) {
    return new RunSettings(limits, other, tellRecorded, firstSeq);
  }
}
