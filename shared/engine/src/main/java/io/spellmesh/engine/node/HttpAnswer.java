package io.spellmesh.engine.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back from the web.
 *
 * @param headers names in lower case
 * @param body    decoded
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._:-]+)");

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  public String type() {
    return headers.getOrDefault("content-type", "");
  }

  /** In the charset it names, else UTF-8. */
  public String text() {
    Matcher named = CHARSET.matcher(type());
    boolean isKnown = named.find() && Charset.isSupported(named.group(1));
    return new String(body, isKnown ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
  }

  /** If it is JSON, whatever it is called. */
  public Optional<JsonNode> json() {
    try {
      return Optional.of(Wire.mapper().readTree(text())).filter(json -> !json.isMissingNode());
    } catch (JsonProcessingException none) {
      return Optional.empty();
    }
  }
}
