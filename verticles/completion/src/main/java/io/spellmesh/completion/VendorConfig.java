package io.spellmesh.completion;

import java.net.URI;
import java.util.Optional;

/**
 * A vendor of models. It is used if an address or a key is given, and for users who keep a key of theirs.
 *
 * @param baseUrl        of its server; absent means the vendor's own. What is set here is trusted
 * @param apiKey         sent for users who have none of their own
 * @param model          for questions that name none
 * @param embeddingModel for embeddings that name none; absent if it makes none
 */
record VendorConfig(Optional<String> baseUrl, Optional<String> apiKey, String model,
    Optional<String> embeddingModel) {
  VendorConfig {
    baseUrl.ifPresent(VendorConfig::read);
  }

  boolean isGiven() {
    return baseUrl.isPresent() || apiKey.isPresent();
  }

  /** Without a slash at its end. @param own the vendor's, whose path others have too if they name none */
  String url(String own) {
    URI given = read(baseUrl.orElse(own));
    String url = given.toString().replaceAll("/+$", "");
    return given.getPath().replace("/", "").isEmpty() ? url + read(own).getPath() : url;
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

  /** Without the key, which no log may show. */
  @Override
  public String toString() {
    return "VendorConfig[baseUrl=" + baseUrl + ", model=" + model + "]";
  }
}
