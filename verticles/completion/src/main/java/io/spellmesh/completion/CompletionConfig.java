package io.spellmesh.completion;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Section {@code completion}. */
record CompletionConfig(OpenAi openai) {

  /**
   * OpenAI, or a server that speaks its HTTP API. It is used if an address or a key is given.
   *
   * @param baseUrl        of the server; absent means OpenAI's own. One without a path gets {@code /v1}
   * @param apiKey         sent with every request, if there is one
   * @param model          for questions that name none
   * @param embeddingModel for embeddings that name none
   * @param retries        how often to ask again before anything was answered, 0 to 10
   * @param retryDelay     before the first of them, twice as long before each further one
   * @param silence        how long the server may send nothing; at least 1 s
   */
  record OpenAi(Optional<String> baseUrl, Optional<String> apiKey, String model, String embeddingModel,
      int retries, Duration retryDelay, Duration silence) {
    private static final String OWN = "https://api.openai.com/v1";

    OpenAi {
      baseUrl.ifPresent(OpenAi::read);
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

    boolean isGiven() {
      return baseUrl.isPresent() || apiKey.isPresent();
    }

    /** Without a slash at its end. */
    String url() {
      URI given = read(baseUrl.orElse(OWN));
      String url = given.toString().replaceAll("/+$", "");
      return given.getPath().replace("/", "").isEmpty() ? url + "/v1" : url;
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
      throw new IllegalArgumentException(
          "base-url is '" + url + "', must be such as https://models.example.org/v1");
    }
  }
}
