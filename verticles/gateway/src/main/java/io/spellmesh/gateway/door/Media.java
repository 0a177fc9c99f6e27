package io.spellmesh.gateway.door;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which forms a request comes in, and which it would take. */
public final class Media {
  public static final String JSON = "application/json";
  public static final String EVENT_STREAM = "text/event-stream";

  private Media() {}

  /** @throws Refused 415, unless the body is plain JSON in UTF-8 */
  public static void requireJson(HttpServerRequest request) {
    List<String> given = request.headers().getAll("Content-Type");
    if (given.size() != 1 || !isUtf8Json(given.getFirst())) {
      throw Refused.ending(415, "Content-Type must be " + JSON + " in UTF-8");
    }
  }

  /**
   * A body that says it is packed is refused and not unpacked: 1 MB of it may be 1 GB of JSON.
   *
   * @throws Refused 415
   */
  public static void requireUnpacked(HttpServerRequest request) {
    for (String encoding : request.headers().getAll("Content-Encoding")) {
      if (!encoding.strip().equalsIgnoreCase("identity")) {
        Refused refused = Refused.ending(415, "Content-Encoding must be identity: bodies are not unpacked");
        refused.headers().set("Accept-Encoding", "identity");
        throw refused;
      }
    }
  }

  /** @throws Refused 406, if the request names forms and this is none of them */
  public static void requireAccepts(HttpServerRequest request, String mediaType) {
    if (!accepts(request, mediaType)) {
      throw Refused.notAcceptable("the answer is " + mediaType + ", which Accept does not name");
    }
  }

  /** Whether Accept names exactly this form, and not just everything. */
  public static boolean asksFor(HttpServerRequest request, String mediaType) {
    return request.headers().getAll("Accept").stream().flatMap(Media::ranges)
        .anyMatch(range -> range.equals(mediaType));
  }

  private static boolean accepts(HttpServerRequest request, String mediaType) {
    List<String> ranges = request.headers().getAll("Accept").stream().flatMap(Media::ranges).toList();
    String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
    return ranges.isEmpty() || ranges.contains("*/*") || ranges.contains(family)
        || ranges.contains(mediaType);
  }

  private static Stream<String> ranges(String header) {
    return Arrays.stream(header.split(",")).map(range -> range.split(";", 2)[0].strip())
        .filter(range -> !range.isEmpty()).map(range -> range.toLowerCase(Locale.ROOT));
  }

  private static boolean isUtf8Json(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
    return parts[0].strip().equals(JSON) && Arrays.stream(parts).skip(1).map(String::strip)
        .filter(parameter -> parameter.startsWith("charset="))
        .allMatch(charset -> charset.replace("\"", "").equals("charset=utf-8"));
  }
}
