package io.spellmesh.contract.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Pieces of outputs that are still being made. They are never kept: a piece that is missed is made good by
 * {@code since}, and the step's {@code node.completed} has the whole.
 *
 * @param epoch as in {@link RunGroup}
 * @param parts at least one
 */
public record RunParts(UUID run, Optional<String> tab, int epoch, List<Part> parts) {
  public RunParts {
    Objects.requireNonNull(run, "run is missing");
    parts = List.copyOf(parts);
  }

  /**
   * @param socket key of the output
   * @param n      number of this piece within (epoch, step, attempt, socket), from 1 without gaps
   * @param text   to be put behind the pieces before it
   */
  public record Part(String node, String step, Optional<Integer> attempt, String socket, long n, String text) {}

  /**
   * What a step under way has given so far.
   *
   * @param n number of the last piece that the text includes
   */
  public record Snapshot(String node, String step, Optional<Integer> attempt, String socket, long n, String text) {}
}
