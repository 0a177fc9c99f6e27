package io.spellmesh.gateway.site;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Pages for people, packed into the program. Each is one fixed path: no path is ever made into a file. */
public final class Pages {
  /** Scripts and styles of our own origin only, and nothing inline. */
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
      + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Pages() {}

  public static void mount(Router router) {
    page(router, "/", "landing.html", "text/html; charset=utf-8");
    page(router, "/api/docs", "reader.html", "text/html; charset=utf-8");
    page(router, "/api/docs/reader.js", "reader.js", "text/javascript; charset=utf-8");
    page(router, "/api/docs/page.css", "page.css", "text/css; charset=utf-8");
  }

  private static void page(Router router, String path, String resource, String mediaType) {
    Buffer content = packed(resource);
    router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(context -> context.response()
        .putHeader("Content-Type", mediaType)
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("Cache-Control", "no-cache")
        .end(content));
  }

  private static Buffer packed(String resource) {
    try (InputStream stream = Pages.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + resource);
      }
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
