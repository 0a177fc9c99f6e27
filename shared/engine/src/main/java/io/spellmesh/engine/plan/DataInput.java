package io.spellmesh.engine.plan;

import java.util.List;

/** A wired data input. @param sources at least one, in stored order */
public record DataInput(String key, String name, List<Source> sources) {
  public DataInput {
    sources = List.copyOf(sources);
  }
}
