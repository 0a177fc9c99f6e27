package io.spellmesh.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.testkit.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorFilesIT {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() {
    Router router = Router.router(vertx);
    EditorFiles.packed("/editor-sample/").mount(router);
    Pages.mount(router);
    server = Waiting.await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void stop() {
    Waiting.await(vertx.close());
  }

  @Test
  void writesANewNumberIntoEachPageAndItsPolicy() throws Exception {
    HttpResponse<byte[]> one = get("/");
    String number = text(one).replaceAll("(?s).*content=\"([^\"]+)\".*", "$1");

    assertTrue(header(one, "Content-Security-Policy").contains("style-src 'self' 'nonce-" + number + "'"));
    assertEquals("no-cache", header(one, "Cache-Control"));
    assertNotEquals(text(one), text(get("/")));
  }

  @Test
  void letsHashedFilesBeKeptForEverAndSendsThemPackedToWhoTakesThat() throws Exception {
    HttpResponse<byte[]> plain = get("/assets/page-a1b2.js");
    HttpResponse<byte[]> packed = get("/assets/page-a1b2.js", "Accept-Encoding", "gzip, deflate, br");

    assertEquals("document.title = \"sample\";\n", text(plain));
    assertEquals("text/javascript; charset=utf-8", header(plain, "Content-Type"));
    assertEquals("public, max-age=31536000, immutable", header(plain, "Cache-Control"));
    assertEquals("Accept-Encoding", header(plain, "Vary"));
    assertEquals("gzip", header(packed, "Content-Encoding"));
    try (var unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
      assertEquals(text(plain), new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void servesWhatItsBuildListedAndNothingElse() throws Exception {
    assertEquals(200, get("/icon.svg").statusCode());
    assertEquals("no-cache", header(get("/icon.svg"), "Cache-Control"));
    for (String path : new String[] {"/secret.txt", "/assets/", "/assets/page-a1b2.js.gz", "/files.txt",
        "/assets/..%2fsecret.txt", "/index.html"}) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }

  @Test
  void leavesThePlainPageWhereThereIsNoEditor() throws Exception {
    Router router = Router.router(vertx);
    EditorFiles.packed("/no-editor/").mount(router);
    Pages.mount(router);
    server = Waiting.await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));

    assertTrue(text(get("/")).contains("The editor is not part of this build"));
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    return client.send((headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
