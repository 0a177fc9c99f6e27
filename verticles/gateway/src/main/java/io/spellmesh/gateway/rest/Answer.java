package io.spellmesh.gateway.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a route answers.
 *
 * @param body    a record to write as JSON; absent for an answer without a body
 * @param headers by name
 */
public record Answer(int status, Optional<Object> body, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer of(int status, Object body) {
    return new Answer(status, Optional.of(body), Map.of());
  }

  public static Answer empty(int status) {
    return new Answer(status, Optional.empty(), Map.of());
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, body, more);
  }
}
