package io.spellmesh.gateway.site;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The editor, if the program was packed with it. Its build lists every file it made: each is one fixed path,
 * and no path is ever made into a file.
 */
public final class EditorFiles {
  private static final String FOLDER = "/editor/";
  private static final String LIST = "files.txt";
  private static final String INDEX = "index.html";
  private static final String PLACE_OF_NONCE = "__STYLE_NONCE__";
  /** Scripts are files of ours; styles too, or they carry the number of this very answer. */
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
      + " font-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none';"
      + " form-action 'none'; frame-ancestors 'none'";
  private static final int NONCE_BYTES = 16;

  private final List<PackedFile> files;
  private final Optional<String> index;
  private final SecureRandom random = new SecureRandom();

  private EditorFiles(List<PackedFile> files, Optional<String> index) {
    this.files = files;
    this.index = index;
  }

  /** What is on the class path; nothing, if this program was built without Node.js. */
  public static EditorFiles packed() {
    return new EditorFiles(
        text(LIST).stream().flatMap(String::lines).filter(name -> !name.equals(INDEX))
            .map(name -> PackedFile.at(FOLDER, name)).toList(),
        text(INDEX));
  }

  /** Takes {@code /} from the plain page, if there is an editor. */
  public void mount(Router router) {
    index.ifPresent(page -> {
      router.route("/").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(context -> open(context, page));
      files.forEach(file -> router.route("/" + file.name()).method(HttpMethod.GET).method(HttpMethod.HEAD)
          .handler(file::answer));
    });
  }

  private void open(RoutingContext context, String page) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    context.response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", POLICY.formatted(nonce))
        .putHeader("Cache-Control", "no-cache")
        .end(page.replace(PLACE_OF_NONCE, nonce));
  }

  private static Optional<String> text(String name) {
    try (InputStream stream = EditorFiles.class.getResourceAsStream(FOLDER + name)) {
      return stream == null ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
