package io.spellmesh.runner.live;

/** When events are seen: after they are on disk, or, for benches alone, before. */
public enum Durability {
  JOURNAL,
  RELAXED
}
