package io.spellmesh.nodes.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.text.JsonText;

/** An embedding, as a list of numbers or as the JSON text of one. */
record Vector(double[] numbers) {

  /** @throws NodeFailure if it is no list of numbers */
  static Vector of(JsonNode value) {
    ArrayNode list = Values.list(JsonText.read(value));
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Values.number(list.get(i));
    }
    return new Vector(numbers);
  }

  /** @throws NodeFailure if the other one has more numbers or fewer */
  Vector alike(Vector other) {
    if (numbers.length != other.numbers.length) {
      throw new NodeFailure("one embedding has " + numbers.length + " numbers and another "
          + other.numbers.length + ", must have as many");
    }
    return other;
  }

  double times(Vector other) {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += numbers[i] * other.numbers[i];
    }
    return sum;
  }
}
