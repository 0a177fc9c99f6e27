package io.spellmesh.completion.request;

import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Usage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What models cost, by the beginnings of their names. */
public final class Prices {
  private static final double TOKENS = 1e6;

  /** US dollars for a million tokens. */
  private record Price(double prompt, double answer) {}

  private final Map<String, Price> prices = new HashMap<>();

  /**
   * @param lines each {@code model input output}
   * @throws IllegalArgumentException naming the line that is none
   */
  public Prices(List<String> lines) {
    for (String line : lines) {
      String[] parts = line.strip().split("\\s+");
      if (parts.length != 3 || !isPrice(parts[1]) || !isPrice(parts[2])) {
        throw new IllegalArgumentException(
            "prices has '" + line + "', must be a model and two prices such as gpt-4o-mini 0.15 0.60");
      }
      prices.put(parts[0], new Price(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
    }
  }

  private static boolean isPrice(String text) {
    return text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?");
  }

  /** In US dollars; absent if nobody knows. */
  public Optional<Double> of(String provider, String model, Optional<Usage> usage) {
    if (provider.equals(Completions.OFFLINE)) {
      return Optional.of(0.0);
    }
    return usage.flatMap(tokens -> prices.keySet().stream().filter(model::startsWith)
        .max(Comparator.comparing(String::length)).map(prices::get)
        .map(price -> (tokens.promptTokens() * price.prompt() + tokens.answerTokens() * price.answer()) / TOKENS));
  }
}
