package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.Runner;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run takes over in place of running bodies; it is told as any step is, and marked as cached.
 *
 * @param pinned   outputs of nodes, as {@link Runner#pinned} has them
 * @param from     the node below which nothing is taken over
 * @param recorded what steps gave in an earlier run
 */
public record Reuse(Map<String, ObjectNode> pinned, Optional<Runner.From> from, Map<String, Recorded> recorded) {
  public static final Reuse NOTHING = new Reuse(Map.of(), Optional.empty(), Map.of());

  public Reuse {
    pinned = Collections.unmodifiableMap(new LinkedHashMap<>(pinned));
    recorded = Map.copyOf(recorded);
  }

  /** All that an earlier run gave, whoever hangs below whom. */
  public static Reuse of(Map<String, Recorded> recorded) {
    return new Reuse(Map.of(), Optional.empty(), recorded);
  }
}
