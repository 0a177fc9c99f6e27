package io.spellmesh.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back over a real socket. */
public record Reply(int status, String body, HttpResponse<?> raw) {

  public JsonNode json() {
    return Wire.read(body, JsonNode.class);
  }

  public Optional<String> header(String name) {
    return raw.headers().firstValue(name);
  }
}
