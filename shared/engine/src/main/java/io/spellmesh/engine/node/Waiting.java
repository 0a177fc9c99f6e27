package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What a step waits for before its body is run again. */
public sealed interface Waiting {

  /**
   * A person, who answers in the tab or over REST.
   *
   * @param question what the person is asked, in the words of the node's type
   */
  record Person(JsonNode question) implements Waiting {}

  /** A time, which may have come already. */
  record Until(Instant at) implements Waiting {}
}
