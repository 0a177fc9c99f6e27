package io.spellmesh.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks 54 to 62: requests that mean to get somewhere else, carry something else, or never end. */
@Tag("attack")
class GuardedClientIT {
  @AutoClose
  private final Loopback loopback = new Loopback();

  @Test
  void sendsWhatItIsGivenAndBringsTheAnswerBack() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    int port = loopback.serve(request -> request.body().onSuccess(body -> {
      heard.add(request.method() + " " + request.uri() + " " + request.getHeader("host") + " "
          + request.getHeader("x-mine") + " " + body);
      request.response().setStatusCode(201).putHeader("X-Theirs", "b").end("answered");
    }));
    String base = loopback.allow("service.test", port);

    WebAnswer answer = Loopback.await(loopback.client(Duration.ofSeconds(30)).send(new WebRequest("POST",
        base + "/a/b?c=d%20e", Map.of("X-Mine", "a"), Optional.of(Buffer.buffer("body")), false)).answer());

    assertEquals(List.of("POST /a/b?c=d%20e service.test:" + port + " a body"), List.copyOf(heard));
    assertEquals("201 b answered", answer.status() + " " + answer.headers().get("x-theirs") + " " + answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "jar:http://x!/y",
      "data:text/plain,x", "unix:///var/run/docker.sock", "ws://example.org", "//example.org/", "example.org", "",
      "javascript:alert(1)", "http:///path", "http:example.org", "HTTP://"})
  void onlyTheWebIsReached(String url) {
    assertEquals(FailureCode.BAD_REQUEST, loopback.refusal(url).code());
    assertTrue(loopback.asked.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
      "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
      "198.18.0.1", "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "[::1]", "[::]",
      "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::127.0.0.1]", "[fd00::1]", "[fc00::1]", "[fe80::1]", "[fec0::1]",
      "[ff02::1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001::1]", "[2001:db8::1]",
      "[100::1]", "[3fff::1]", "[5f00::1]"})
  void addressesInsideAreRefused(String host) {
    assertEquals(FailureCode.FORBIDDEN, loopback.refusal("http://" + host + "/").code());
    assertEquals(FailureCode.FORBIDDEN, loopback.refusal("https://" + host + ":8443/x").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.1.", "localhost.",
      "0", "1.2.3.4.5", "127.0.0.01", "256.0.0.1", "127。0。0。1", "①②⑦.⓪.⓪.①", "[fe80::1%25eth0]", "[::1%lo]",
      "exa mple.org", "ex\tample.org", "[127.0.0.1]", "a..b", "-"})
  void addressesThatSomebodyReadsOtherwiseAreRefused(String host) {
    assertEquals(FailureCode.BAD_REQUEST, loopback.refusal("http://" + host + "/").code());
    assertTrue(loopback.asked.isEmpty(), () -> "looked up " + loopback.asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://good.test@evil.test/", "http://evil.test:80@good.test/", "http://good.test\\@evil.test/",
      "http://evil.test\\.good.test/", "http://a\tb.test/", "http://a.test\n/",
      " http://a.test/", "http://a.test:0/", "http://a.test:65536/", "http://a.test:x/", "http://a.test/%zz",
      "http://a.test/a b", "http://[::1/", "http://a.test/\r\nHost: b.test"})
  void addressesThatTwoParsersReadInTwoWaysAreRefused(String url) {
    assertEquals(FailureCode.BAD_REQUEST, loopback.refusal(url).code(), url);
  }

  @Test
  void whatComesAfterTheAddressIsNotReadAsOne() {
    String base = loopback.allow("first.test", loopback.serve(request -> request.response().end(request.uri())));

    assertEquals("/", loopback.get(base + "#@second.test/").body().toString());
    assertEquals("/?@second.test/", loopback.get(base + "?@second.test/").body().toString());
    assertEquals("/@second.test/", loopback.get(base + "/@second.test/").body().toString());
    assertEquals(List.of("first.test", "first.test", "first.test"), List.copyOf(loopback.asked));
  }

  @Test
  void namesThatLeadInsideAreRefused() {
    loopback.name("localhost", "127.0.0.1").name("localtest.test", "127.0.0.1").name("six.test", "::1")
        .name("mixed.test", "93.184.216.34,10.0.0.1").name("metadata.test", "169.254.169.254");

    for (String host : List.of("localhost", "localtest.test", "six.test", "mixed.test", "metadata.test")) {
      Failure refused = loopback.refusal("http://" + host + "/latest");

      assertEquals(FailureCode.FORBIDDEN, refused.code());
      assertEquals("the address 'http://" + host + "/latest' leads to a place that is not open to everyone; "
          + "if it is meant, its host goes into egress.allow", refused.getMessage());
    }
    assertEquals("the host 'none.test' is not known", loopback.refusal("http://none.test/").getMessage());
  }

  @Test
  void aNameIsLookedUpOnceAndTheConnectionGoesWhereWasLooked() {
    int port = loopback.serve(request -> request.response().end("inside"));
    // Public when it is checked, and loopback for whoever looked again.
    loopback.name("rebind.test", "192.0.2.1", "127.0.0.1");

    loopback.refusal("http://rebind.test:" + port + "/");

    assertEquals(List.of("rebind.test"), List.copyOf(loopback.asked));
    String base = loopback.allow("once.test", port);
    loopback.name("once.test", "127.0.0.1", "127.0.0.2");
    assertEquals("inside", loopback.get(base).body().toString());
    assertEquals(List.of("rebind.test", "once.test"), List.copyOf(loopback.asked));
  }

  @Test
  void ownPortsAreRefusedByWhateverAddressThisMachineHas() throws SocketException {
    int port = loopback.serve(request -> request.response().end("own"));
    List<String> own = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
        .flatMap(one -> Collections.list(one.getInetAddresses()).stream()).filter(Inet4Address.class::isInstance)
        .map(InetAddress::getHostAddress).toList();
    assertFalse(own.isEmpty());

    for (String address : own) {
      loopback.name("public.test", address);
      assertEquals(FailureCode.FORBIDDEN, loopback.refusal("http://public.test:" + port + "/").code());
    }
  }

  @Test
  void whatAnOperatorAllowsIsOneHostAtOnePort() {
    int port = loopback.serve(request -> request.response().end("inside"));
    String base = loopback.allow("models.test", port);

    assertEquals("inside", loopback.get(base).body().toString());
    assertEquals("inside", loopback.get(base.replace("models", "MODELS")).body().toString());
    assertEquals(FailureCode.FORBIDDEN, loopback.refusal("http://models.test:" + (port + 1) + "/").code());
    assertEquals(FailureCode.FORBIDDEN, loopback.refusal("http://127.0.0.1:" + port + "/").code());
  }

  @Test
  void everyHopOfARedirectIsChecked() {
    loopback.name("inner.test", "10.0.0.1");
    for (String inside : List.of("http://127.0.0.1:80/", "http://inner.test/", "//169.254.169.254/latest",
        "http://[::ffff:127.0.0.1]/")) {
      String base = loopback.allow("hop.test", loopback.serve(request ->
          request.response().setStatusCode(302).putHeader("location", inside).end()));
      assertEquals(FailureCode.FORBIDDEN, loopback.refusal(base).code(), inside);
    }
    for (String wrong : List.of("file:///etc/passwd", "http://a@b/", "gopher://x/")) {
      String base = loopback.allow("wrong.test", loopback.serve(request ->
          request.response().setStatusCode(302).putHeader("location", wrong).end()));
      assertEquals(FailureCode.BAD_REQUEST, loopback.refusal(base).code(), wrong);
    }
  }

  @Test
  void redirectsEndAfterThree() {
    String base = loopback.allow("hops.test", loopback.serve(request -> {
      int left = Integer.parseInt(request.path().substring(1));
      request.response().setStatusCode(left == 0 ? 200 : 302).putHeader("location", "/" + (left - 1)).end("there");
    }));

    assertEquals("there", loopback.get(base + "/3").body().toString());
    assertEquals(base + "/1 sends on for more than 3 times", loopback.refusal(base + "/4").getMessage());
  }

  @Test
  void whatIsSecretForOneOriginIsNotToldToAnother() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    String other = loopback.allow("other.test", loopback.serve(request -> {
      heard.add(request.method() + " " + request.getHeader("authorization") + " " + request.getHeader("x-api-key")
          + " " + request.getHeader("cookie") + " " + request.getHeader("accept"));
      request.response().end();
    }));
    int port = loopback.serve(request -> {
      heard.add(request.path() + " " + request.getHeader("authorization"));
      request.response().setStatusCode(request.path().equals("/first") ? 307 : 303)
          .putHeader("location", request.path().equals("/first") ? "/second" : other).end();
    });
    Map<String, String> headers = Map.of("Authorization", "Bearer s3cret", "X-Api-Key", "s3cret", "Cookie", "s3cret",
        "Accept", "text/plain");

    loopback.send("POST", loopback.allow("first.test", port) + "/first", headers);

    assertEquals(List.of("/first Bearer s3cret", "/second Bearer s3cret", "GET null null null text/plain"),
        List.copyOf(heard));
  }

  @Test
  void headersCannotSayWhereTheRequestGoesOrEnds() {
    for (Map<String, String> headers : List.of(Map.of("Host", "evil"), Map.of("content-length", "0"),
        Map.of("Transfer-Encoding", "chunked"), Map.of("CONNECTION", "close"), Map.of("Proxy-Authorization", "x"),
        Map.of("Idempotency-Key", "x"), Map.of("X-A", "b\r\nHost: evil"), Map.of("X-A", "b\nc"), Map.of("X-A", "\u0000"),
        Map.of("X-A\r\nHost", "evil"), Map.of("X A", "b"), Map.of("", "b"), Map.of("X:A", "b"), Map.of("Ⅹ", "b"),
        Map.of("X-A", "中"), Map.of("X-A", "x".repeat(10_000)))) {
      assertEquals(FailureCode.BAD_REQUEST, assertThrows(Failure.class, () ->
          new WebRequest("GET", "http://a.test/", headers, Optional.empty(), false)).code(), headers.toString());
    }
    for (String method : List.of("CONNECT", "TRACE", "get", "GET / HTTP/1.1\r\nHost: evil", "", "G T")) {
      assertEquals(FailureCode.BAD_REQUEST, assertThrows(Failure.class, () ->
          new WebRequest(method, "http://a.test/", Map.of(), Optional.empty(), false)).code(), method);
    }
  }

  @Test
  void anAnswerWithoutEndIsCut() {
    Promise<Void> closed = Promise.promise();
    String base = loopback.allow("endless.test", loopback.serve(request -> {
      request.response().setChunked(true).exceptionHandler(_ -> { }).closeHandler(_ -> closed.tryComplete());
      pour(request.response());
    }));

    Failure cut = loopback.refusal(base);

    assertEquals(base + " answers with more than 5242880 bytes, which is the limit", cut.getMessage());
    Loopback.await(closed.future());
  }

  private static void pour(io.vertx.core.http.HttpServerResponse response) {
    while (!response.writeQueueFull()) {
      response.write(Buffer.buffer(new byte[100_000]));
    }
    response.drainHandler(_ -> pour(response));
  }

  @Test
  void manyAnswersAtOnceAreBoundedTogether() {
    String base = loopback.allow("many.test", loopback.serve(request ->
        request.response().setChunked(true).write(Buffer.buffer(new byte[3 << 20]))));
    String small = loopback.allow("small.test", loopback.serve(asked ->
        asked.response().end(Buffer.buffer(new byte[4 << 20]))));
    GuardedClient client = loopback.client(Duration.ofMinutes(10), 8 << 20);
    WebRequest request = new WebRequest("GET", base, Map.of(), Optional.empty(), false);
    List<WebCall> calls = List.of(client.send(request), client.send(request), client.send(request));

    assertEquals(FailureCode.UNAVAILABLE, assertThrows(Failure.class, () ->
        Loopback.await(Future.all(calls.stream().map(WebCall::answer).toList()))).code());
    calls.forEach(WebCall::stop);
    for (int i = 0; i < 5; i++) {
      assertEquals(4 << 20, Loopback.await(client.send(new WebRequest("GET", small, Map.of(), Optional.empty(), false))
          .answer()).body().length());
    }
  }

  @Test
  void aBombIsCutByWhatItUnfoldsTo() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 200; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    String base = loopback.allow("bomb.test", loopback.serve(request -> request.response()
        .putHeader("content-encoding", "gzip").end(Buffer.buffer(bomb.toByteArray()))));

    assertTrue(bomb.size() < 1 << 20);
    assertEquals(FailureCode.UNPROCESSABLE, loopback.refusal(base).code());
  }

  @Test
  void whoDripsIsCutInTime() {
    Promise<Void> closed = Promise.promise();
    String base = loopback.allow("slow.test", loopback.serveRaw(socket -> {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
      long drops = loopback.vertx.setPeriodic(50, _ -> socket.write("x"));
      socket.closeHandler(_ -> {
        loopback.vertx.cancelTimer(drops);
        closed.tryComplete();
      });
    }));

    Failure cut = assertThrows(Failure.class, () -> Loopback.await(loopback.client(Duration.ofMillis(600))
        .send(new WebRequest("GET", base, Map.of(), Optional.empty(), false)).answer()));

    assertEquals(FailureCode.TIMED_OUT, cut.code());
    assertEquals("took longer than 0.6 s", cut.getMessage());
    Loopback.await(closed.future());
  }

  @Test
  void aRequestThatIsStoppedIsCut() {
    Promise<Void> arrived = Promise.promise();
    Promise<Void> closed = Promise.promise();
    String base = loopback.allow("silent.test", loopback.serveRaw(socket -> {
      socket.handler(_ -> arrived.tryComplete());
      socket.closeHandler(_ -> closed.tryComplete());
    }));
    WebCall call = loopback.client(Duration.ofMinutes(10))
        .send(new WebRequest("GET", base, Map.of(), Optional.empty(), false));
    Loopback.await(arrived.future());

    call.stop();

    assertEquals(FailureCode.CANCELLED,
        assertThrows(Failure.class, () -> Loopback.await(call.answer())).code());
    Loopback.await(closed.future());
  }

  @Test
  void anAnswerThatIsNoneIsSaid() {
    String base = loopback.allow("odd.test", loopback.serveRaw(socket -> socket.write("SSH-2.0-x\r\n")
        .onComplete(_ -> socket.close())));

    assertEquals(FailureCode.PROVIDER_FAILED, loopback.refusal(base).code());
  }
}
