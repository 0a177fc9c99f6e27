package io.spellmesh.mesh.attack;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer, byte for byte. @param headers with names in lower case */
record Reply(int status, Map<String, List<String>> headers, String body) {
  Reply {
    headers = Map.copyOf(headers);
  }

  JsonNode json() {
    return Wire.read(body.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** This answer, which must have this status. */
  Reply must(int wanted) {
    if (status != wanted) {
      throw new AssertionError("status is " + status + ", must be " + wanted + ": " + excerpt());
    }
    return this;
  }

  /** What a problem document says. */
  String detail() {
    return json().path("detail").asText();
  }

  String excerpt() {
    return body.length() <= 600 ? body : body.substring(0, 600) + "…";
  }
}
