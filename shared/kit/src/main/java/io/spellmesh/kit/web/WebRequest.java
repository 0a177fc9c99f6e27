package io.spellmesh.kit.web;

import io.spellmesh.contract.Failure;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request to the web.
 *
 * @param method  one of {@link #METHODS}
 * @param headers names in lower case; none that says where a request goes or ends
 * @param trusted whether an operator named the address, which may then lead anywhere; redirects are not trusted
 */
public record WebRequest(String method, String url, Map<String, String> headers, Optional<Buffer> body,
    boolean trusted) {
  public static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static final Set<String> OURS = Set.of("host", "content-length", "transfer-encoding", "connection",
      "keep-alive", "upgrade", "te", "trailer", "expect", "accept-encoding", "idempotency-key");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
  private static final int MOST_HEADERS = 50;
  private static final int MOST_BYTES = 8192;

  /** @throws Failure BAD_REQUEST that says what is wrong */
  public WebRequest {
    if (!METHODS.contains(method)) {
      throw Failure.badRequest("the method is '" + shown(method) + "', must be one of " + String.join(", ", METHODS));
    }
    headers = checked(headers);
  }

  private static Map<String, String> checked(Map<String, String> headers) {
    Map<String, String> lower = new LinkedHashMap<>();
    int bytes = 0;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!NAME.matcher(name).matches()) {
        throw Failure.badRequest("a header is called '" + shown(name) + "', must be letters, digits and hyphens");
      }
      if (OURS.contains(name) || name.startsWith("proxy-")) {
        throw Failure.badRequest("the header '" + name + "' is set by what sends the request, and by nobody else");
      }
      if (!VALUE.matcher(header.getValue()).matches()) {
        throw Failure.badRequest("the header '" + name + "' has a character that no header may have,"
            + " such as the end of a line");
      }
      bytes += name.length() + header.getValue().length();
      lower.put(name, header.getValue());
    }
    if (lower.size() > MOST_HEADERS || bytes > MOST_BYTES) {
      throw Failure.badRequest("there are " + lower.size() + " headers of " + bytes + " bytes, may be " + MOST_HEADERS
          + " of " + MOST_BYTES);
    }
    return Map.copyOf(lower);
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
  }
}
