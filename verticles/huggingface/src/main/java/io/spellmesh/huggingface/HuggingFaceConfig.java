package io.spellmesh.huggingface;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code huggingface}.
 *
 * @param baseUrl what stands before {@code /models/<model>}; absent means Hugging Face's own
 * @param apiKey  sent with every request, if there is one
 * @param patience how long a model may take to answer, at least 1 s and less than askers wait, 150 s
 */
record HuggingFaceConfig(Optional<String> baseUrl, Optional<String> apiKey, Duration patience) {
  private static final String OWN = "https://router.huggingface.co/hf-inference";
  private static final Duration LONGEST = Duration.ofSeconds(145);

  HuggingFaceConfig {
    baseUrl.ifPresent(HuggingFaceConfig::read);
    if (patience.compareTo(Duration.ofSeconds(1)) < 0 || patience.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("patience is " + patience.toSeconds() + "s, must be 1s to 145s");
    }
  }

  boolean isGiven() {
    return baseUrl.isPresent() || apiKey.isPresent();
  }

  /** Without a slash at its end. */
  String url() {
    return baseUrl.orElse(OWN).replaceAll("/+$", "");
  }

  private static URI read(String url) {
    try {
      URI read = URI.create(url);
      if (("http".equals(read.getScheme()) || "https".equals(read.getScheme())) && read.getHost() != null
          && read.getQuery() == null && read.getUserInfo() == null) {
        return read;
      }
    } catch (IllegalArgumentException notOne) {
      // Said below, as for every other text that is no such address.
    }
    throw new IllegalArgumentException("base-url is '" + url + "', must be such as https://models.example.org");
  }
}
