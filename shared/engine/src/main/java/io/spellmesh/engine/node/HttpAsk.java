package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the web.
 *
 * @param method    in capitals
 * @param url       whole; or what follows a connector's address, from its first slash
 * @param connector name of a service that the operator configures: where it is, and its key, which no body sees
 */
public record HttpAsk(String method, String url, Map<String, String> headers, Optional<byte[]> body,
    Optional<String> connector) {
  private static final String TYPE = "content-type";

  public HttpAsk {
    headers = Map.copyOf(headers);
  }

  public static HttpAsk to(String method, String url) {
    return new HttpAsk(method, url, Map.of(), Optional.empty(), Optional.empty());
  }

  public HttpAsk with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAsk(method, url, more, body, connector);
  }

  public HttpAsk with(JsonNode json) {
    return with("application/json", json.toString().getBytes(StandardCharsets.UTF_8));
  }

  public HttpAsk with(String type, byte[] bytes) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    if (headers.keySet().stream().noneMatch(TYPE::equalsIgnoreCase)) {
      more.put(TYPE, type);
    }
    return new HttpAsk(method, url, more, Optional.of(bytes), connector);
  }

  public HttpAsk by(String name) {
    return new HttpAsk(method, url, headers, body, Optional.of(name));
  }
}
