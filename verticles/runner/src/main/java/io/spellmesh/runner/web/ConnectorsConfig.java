package io.spellmesh.runner.web;

import java.util.Optional;

/**
 * Section {@code connectors}: services of others that nodes use by name.
 *
 * @param google Custom Search
 */
public record ConnectorsConfig(Google google, Service wikipedia, Service weaviate, Ethereum ethereum,
    Service solidity, Service pinecone, Service github, Service images, Service speech, Service metaphor, Service mcp,
    Service records, Service discord) {

  /** @param baseUrl where it is; trusted */
  public record Service(Optional<String> baseUrl, Optional<String> key) {}

  /** @param signingKey for the transactions of every user's spells: 64 hexadecimal digits */
  public record Ethereum(Optional<String> baseUrl, Optional<String> key, Optional<String> signingKey) {}

  /** @param engine id of the search engine to ask, {@code cx} */
  public record Google(Optional<String> baseUrl, Optional<String> key, Optional<String> engine) {}
}
