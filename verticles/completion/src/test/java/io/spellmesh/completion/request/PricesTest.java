package io.spellmesh.completion.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  private static final Optional<Usage> MILLION = Optional.of(new Usage(1_000_000, 2_000_000));

  private final Prices prices = new Prices(List.of("gpt-4o 2.50 10", "gpt-4o-mini 0.15 0.60"));

  @Test
  void theLongestBeginningOfTheNameCounts() {
    assertEquals(Optional.of(22.5), prices.of("openai", "gpt-4o-2024-08-06", MILLION));
    assertEquals(1.35, prices.of("openai", "gpt-4o-mini", MILLION).orElseThrow(), 1e-9);
  }

  @Test
  void whatNobodyKnowsIsAbsentAndWhatIsMadeHereIsFree() {
    assertEquals(Optional.empty(), prices.of("openai", "gpt-5", MILLION));
    assertEquals(Optional.empty(), prices.of("openai", "gpt-4o", Optional.empty()));
    assertEquals(Optional.of(0.0), prices.of(Completions.OFFLINE, "offline-responder", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpt-4o", "gpt-4o 1", "gpt-4o one 2", "gpt-4o 1 -2", "gpt-4o 1 2 3"})
  void aLineThatIsNoPriceIsRefused(String line) {
    assertTrue(assertThrows(IllegalArgumentException.class, () -> new Prices(List.of(line))).getMessage()
        .startsWith("prices has '" + line + "'"));
  }
}
