package io.spellmesh.contract;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at most, 1 to 200; 50 if absent
 * @param after the {@code next} of the part before; absent for the first
 */
public record Page(Optional<Integer> limit, Optional<String> after) {
  public static final int LARGEST = 200;
  private static final int USUAL = 50;

  public Page {
    int wanted = limit.orElse(USUAL);
    if (wanted < 1 || wanted > LARGEST) {
      throw new IllegalArgumentException("limit is " + wanted + ", must be 1 to " + LARGEST);
    }
  }

  public static Page first() {
    return new Page(Optional.empty(), Optional.empty());
  }

  public int size() {
    return limit.orElse(USUAL);
  }
}
