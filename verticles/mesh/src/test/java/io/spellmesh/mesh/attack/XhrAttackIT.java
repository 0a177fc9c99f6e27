package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Eve knows everything of Ada's session over XHR but the ticket that opened it. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class XhrAttackIT {
  private static final String QUESTION = Wire.text(List.of("{\"type\":\"send\","
      + "\"address\":\"spellmesh.tab.ping\",\"body\":{},\"replyAddress\":\"of-ada\"}"));

  private static AttackedMesh mesh;

  private Person ada;
  private Person eve;
  private String path;
  private String adas;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void open() throws IOException {
    ada = mesh.register();
    eve = mesh.register();
    path = "/eventbus/000/" + UUID.randomUUID() + "/";
    adas = ticket(ada);
    assertEquals("o\n", post(path + "xhr" + adas).body());
  }

  @Test
  void whoKnowsASessionHasNothingOfIt() throws Exception {
    CompletableFuture<Reply> adasNext = poll();
    String id = path.split("/")[3];
    for (String transport : List.of("xhr", "xhr_streaming", "xhr_send")) {
      for (String query : List.of("", "?ticket=", "?ticket=" + UUID.randomUUID(), ticket(eve),
          adas.substring(0, adas.length() - 1), adas + "&ticket=x")) {
        assertRefused(mesh.nobody(), path + transport + query);
      }
      assertRefused(eve.rest(), path + transport);
      assertRefused(eve.rest(), path + transport + adas);
      assertRefused(ada.again().rest(), path + transport);
      for (String other : List.of("?param0=" + id, "?param0=" + id + "&param0=eves")) {
        assertRefused(eve.rest(), "/eventbus/000/eves/" + transport + other);
      }
      assertRefused(eve.rest(), path.replace("-", "%2d") + transport);
      assertRefused(eve.rest(), "/eventbus/000/./" + id + "/" + transport);
    }
    assertFalse(adasNext.isDone());

    post(path + "xhr_send" + adas).must(204);
    assertTrue(adasNext.get(20, TimeUnit.SECONDS).must(200).body().contains("of-ada"));
  }

  @Test
  void noPageOfAnotherOriginHasAnythingOfIt() throws Exception {
    CompletableFuture<Reply> adasNext = poll();
    String unspent = ticket(ada);
    for (String origin : List.of("https://evil.example", "null", mesh.base() + ".evil.example", "*",
        mesh.base().toString().replace("http:", "ftp:"))) {
      for (String transport : List.of("xhr", "xhr_streaming", "xhr_send")) {
        for (String query : List.of(adas, unspent)) {
          Visitor evil = mesh.nobody().with("Origin", origin);
          Visitor asksFirst = evil.with("Access-Control-Request-Method", "POST");
          for (Reply refused : List.of(evil.send("POST", path + transport + query, QUESTION),
              asksFirst.send("OPTIONS", path + transport + query, ""))) {
            assertEquals(Optional.empty(), refused.must(403).header("access-control-allow-origin"));
          }
        }
      }
    }
    post("/eventbus/000/fresh/xhr" + unspent).must(200);

    post(path + "xhr_send" + adas).must(204);
    assertTrue(adasNext.get(20, TimeUnit.SECONDS).must(200).body().contains("of-ada"));
  }

  @Test
  void itEndsWithTheLogin() throws Exception {
    CompletableFuture<Reply> adasNext = poll();
    ada.rest().send("POST", "/api/auth/logout", "").must(204);

    assertEquals("c[3000,\"Go away!\"]\n", adasNext.get(20, TimeUnit.SECONDS).body());
    post(path + "xhr_send" + adas).must(404);
    assertRefused(mesh.nobody(), path + "xhr" + adas);
  }

  private static String ticket(Person of) throws IOException {
    String ticket =
        of.rest().send("POST", "/api/auth/tickets", "").must(201).json().get("ticket").textValue();
    of.rest().witness().keepSecret(ticket);
    return "?ticket=" + ticket;
  }

  private static Reply post(String to) throws IOException {
    return mesh.nobody().send("POST", to, QUESTION);
  }

  /** Ada waits for what comes next. */
  private CompletableFuture<Reply> poll() {
    return CompletableFuture.supplyAsync(() -> {
      try {
        Reply reply = post(path + "xhr" + adas);
        return reply.body().equals("h\n") ? poll().join() : reply;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }, task -> Thread.ofVirtual().start(task));
  }

  private static void assertRefused(Visitor by, String to) throws IOException {
    int status = by.send("POST", to, QUESTION).status();
    assertTrue(status == 401 || status == 404, to + ": " + status);
  }
}
