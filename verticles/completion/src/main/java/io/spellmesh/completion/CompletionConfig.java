package io.spellmesh.completion;

import io.spellmesh.completion.request.Prices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code completion}.
 *
 * @param provider  who answers what names no model that a vendor is known by; absent means the first that is given
 * @param openai    OpenAI, or a server that speaks its HTTP API
 * @param maxOfUser completions of one user under way at once in this process, at least 1
 * @param keptOf    requests of one user that are kept, at least 1
 * @param prices    {@code model input output}: US dollars for a million tokens each
 */
record CompletionConfig(Optional<String> provider, VendorConfig openai, VendorConfig anthropic, VendorConfig google,
    VendorConfig ai21, VendorConfig ollama, VendorConfig huggingface, int maxOfUser, int keptOf,
    List<String> prices) {
  CompletionConfig {
    provider.filter(name -> !Vendors.NAMES.contains(name)).ifPresent(unknown -> {
      throw new IllegalArgumentException(
          "provider is '" + unknown + "', must be one of " + String.join(", ", Vendors.NAMES));
    });
    new Prices(prices);
    requirePositive("max-of-user", maxOfUser);
    requirePositive("kept-of", keptOf);
  }

  /**
   * How all servers are waited for; in the section of the first of them, {@code completion.openai}.
   *
   * @param retries    how often to ask again before anything was answered, 0 to 10
   * @param retryDelay before the first of them, twice as long before each further one
   * @param silence    how long a server may send nothing; at least 1 s
   */
  record Waiting(int retries, Duration retryDelay, Duration silence) {
    Waiting {
      if (retries < 0 || retries > 10) {
        throw new IllegalArgumentException("retries is " + retries + ", must be 0 to 10");
      }
      if (retryDelay.isNegative()) {
        throw new IllegalArgumentException("retry-delay is " + retryDelay + ", must not be negative");
      }
      if (silence.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("silence is " + silence + ", must be at least 1s");
      }
    }
  }

  private static void requirePositive(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " is " + value + ", must be at least 1");
    }
  }
}
