package io.spellmesh.runner.web;

import java.util.Optional;

/**
 * Section {@code connectors}: services of others that nodes use by name.
 *
 * @param google Custom Search
 */
public record ConnectorsConfig(Google google, Service wikipedia, Service weaviate, Service ethereum, Service pinecone,
    Service github, Service images, Service speech, Service metaphor, Service mcp) {

  /** @param baseUrl where it is; trusted */
  public record Service(Optional<String> baseUrl, Optional<String> key) {}

  /** @param engine id of the search engine to ask, {@code cx} */
  public record Google(Optional<String> baseUrl, Optional<String> key, Optional<String> engine) {}
}
