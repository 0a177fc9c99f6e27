package io.spellmesh.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where texts lie.
 *
 * @param directions one for each text, of length 1; absent for those that have none
 * @param space      who placed them, and by which model: only what is of one space can be compared
 */
record Placed(List<Optional<Float[]>> directions, Optional<String> space) {
  Placed {
    directions = List.copyOf(directions);
  }

  static Placed nowhere(int texts) {
    return new Placed(Collections.nCopies(texts, Optional.empty()), Optional.empty());
  }

  /** The first stands for the whole. */
  static Placed asGiven(List<Double> embedding, int texts) {
    List<Optional<Float[]>> directions = new ArrayList<>(nowhere(texts).directions());
    directions.set(0, Optional.of(direction(embedding)));
    return new Placed(directions, Optional.empty());
  }

  Placed part(int from, int to) {
    return new Placed(directions.subList(from, to), space);
  }

  int count() {
    return (int) directions.stream().filter(Optional::isPresent).count();
  }

  static Float[] direction(List<Double> embedding) {
    double length = Math.sqrt(embedding.stream().mapToDouble(number -> number * number).sum());
    return embedding.stream().map(number -> (float) (length == 0 ? 0 : number / length)).toArray(Float[]::new);
  }
}
