package io.spellmesh.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An embedding as a direction and how long it is.
 *
 * @param unit numbers whose squares sum up to 1; all 0 if the length is
 */
record Direction(Float[] unit, double length) {

  static Direction of(List<Double> embedding) {
    double length = Math.sqrt(embedding.stream().mapToDouble(number -> number * number).sum());
    return new Direction(embedding.stream()
        .map(number -> (float) (length == 0 ? 0 : number / length)).toArray(Float[]::new), length);
  }

  static Optional<Float[]> unit(Optional<List<Double>> embedding) {
    return embedding.map(Direction::of).map(Direction::unit);
  }

  static Optional<Double> length(Optional<List<Double>> embedding) {
    return embedding.map(Direction::of).map(Direction::length);
  }

  List<Double> embedding() {
    List<Double> numbers = new ArrayList<>(unit.length);
    Arrays.stream(unit).forEach(number -> numbers.add(number * length));
    return numbers;
  }
}
