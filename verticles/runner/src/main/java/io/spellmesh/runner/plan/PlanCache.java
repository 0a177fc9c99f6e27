package io.spellmesh.runner.plan;

import io.spellmesh.engine.plan.Checked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Compiled spells, shared by all runs of a version; the least recently used go first. */
public final class PlanCache {
  /** About a kilobyte of plan for each node. */
  private static final int MOST_NODES = 200_000;

  private record Version(UUID spell, int version) {}

  private final Map<Version, Checked> plans = new LinkedHashMap<>(16, 0.75f, true);
  private int nodes;

  /** @param compile called without the cache's lock; two callers may do the same work, and one wins */
  public Checked get(UUID spell, int version, Supplier<Checked> compile) {
    Version key = new Version(spell, version);
    synchronized (this) {
      Checked known = plans.get(key);
      if (known != null) {
        return known;
      }
    }
    Checked compiled = compile.get();
    synchronized (this) {
      Checked known = plans.putIfAbsent(key, compiled);
      if (known != null) {
        return known;
      }
      nodes += compiled.plan().size() + 1;
      var eldest = plans.entrySet().iterator();
      while (nodes > MOST_NODES && plans.size() > 1 && eldest.hasNext()) {
        nodes -= eldest.next().getValue().plan().size() + 1;
        eldest.remove();
      }
      return compiled;
    }
  }
}
