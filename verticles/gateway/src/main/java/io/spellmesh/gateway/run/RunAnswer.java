package io.spellmesh.gateway.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A run that was asked for, as it stands when its asker is answered. */
public record RunAnswer(Run run) {

  /**
   * @param version absent if it is not known because nobody could be asked in time
   * @param outputs by output name; absent until the run has completed
   * @param error   present if the run failed
   * @param ms      how long it took; absent until it has ended
   */
  public record Run(UUID id, UUID spell, Optional<Integer> version, RunStatus status,
      Optional<Map<String, JsonNode>> outputs, Optional<RunError> error, Optional<Long> ms) {}

  static RunAnswer of(RunView view) {
    return new RunAnswer(new Run(view.id(), view.spell(), Optional.of(view.version()), view.status(),
        view.outputs(), view.error(), view.ms()));
  }

  /** Of a run of which is known only that it was started. */
  static RunAnswer started(UUID run, UUID spell) {
    return new RunAnswer(new Run(run, spell, Optional.empty(), RunStatus.RUNNING, Optional.empty(),
        Optional.empty(), Optional.empty()));
  }
}
