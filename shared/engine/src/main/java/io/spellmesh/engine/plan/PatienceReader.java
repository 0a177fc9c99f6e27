package io.spellmesh.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import io.spellmesh.engine.spell.StoredNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code timeout} and {@code backoff} (seconds) and {@code retries} from a node's data. */
final class PatienceReader {
  private PatienceReader() {}

  static Patience read(StoredNode node, List<Mistake> errors) {
    OptionalDouble timeout = number(node, "timeout", Patience.LONGEST.toSeconds(), errors);
    OptionalDouble retries = number(node, "retries", Patience.MOST_RETRIES, errors);
    OptionalDouble backoff = number(node, "backoff", Patience.LONGEST.toSeconds(), errors);
    if (timeout.isEmpty() && retries.isEmpty() && backoff.isEmpty()) {
      return Patience.USUAL;
    }
    return new Patience(
        timeout.isEmpty() || timeout.getAsDouble() == 0
            ? Optional.empty() : Optional.of(seconds(timeout.getAsDouble())),
        (int) retries.orElse(0),
        backoff.isEmpty() ? Patience.USUAL.backoff() : seconds(backoff.getAsDouble()));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static OptionalDouble number(StoredNode node, String key, double most, List<Mistake> errors) {
    JsonNode saved = node.data().path(key);
    if (saved.isMissingNode() || saved.isNull() || (saved.isTextual() && saved.textValue().isBlank())) {
      return OptionalDouble.empty();
    }
    try {
      double number = Values.number(saved);
      if (number >= 0 && number <= most) {
        return OptionalDouble.of(number);
      }
    } catch (NodeFailure noNumber) {
      // Said below together with numbers that are out of range.
    }
    errors.add(Mistake.at(node.id(), key + " is " + saved + ", must be a number from 0 to " + (long) most));
    return OptionalDouble.empty();
  }
}
