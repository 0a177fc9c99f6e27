package io.spellmesh.gateway.site;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the editor, kept in memory: there are some dozens, of two megabytes together.
 *
 * @param name    its path, without a slash before it
 * @param plain   as it is
 * @param gzipped as the build packed it; absent where that saves nothing, as for fonts
 */
record PackedFile(String name, Buffer plain, Optional<Buffer> gzipped) {
  private static final Map<String, String> MEDIA_TYPES = Map.of(
      "js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "woff2", "font/woff2",
      "svg", "image/svg+xml", "json", "application/json");
  /** The build puts a hash of the content into these names: what is there once never changes. */
  private static final String HASHED = "assets/";

  static PackedFile at(String folder, String name) {
    return new PackedFile(name,
        content(folder + name).orElseThrow(() -> new IllegalStateException(name + " is listed and was not packed")),
        content(folder + name + ".gz"));
  }

  void answer(RoutingContext context) {
    HttpServerResponse response = context.response()
        .putHeader("Content-Type", MEDIA_TYPES.getOrDefault(ending(), "application/octet-stream"))
        .putHeader("Cache-Control", name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    if (gzipped.isPresent()) {
      response.headers().add("Vary", "Accept-Encoding");
    }
    Optional<Buffer> packed = gzipped.filter(_ -> takesGzip(context.request().getHeader("Accept-Encoding")));
    packed.ifPresent(_ -> response.putHeader("Content-Encoding", "gzip"));
    response.end(packed.orElse(plain));
  }

  private static boolean takesGzip(String accepted) {
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }

  private String ending() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Optional<Buffer> content(String resource) {
    try (InputStream stream = PackedFile.class.getResourceAsStream(resource)) {
      return Optional.ofNullable(stream == null ? null : Buffer.buffer(stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
