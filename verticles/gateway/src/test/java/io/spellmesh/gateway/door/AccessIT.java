package io.spellmesh.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.MountedTable;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import io.spellmesh.gateway.rest.Route;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and who is not. */
class AccessIT {
  private static final Set<String> OPEN = Set.of("POST /api/auth/register", "POST /api/auth/login",
      "POST /api/auth/refresh", "POST /api/auth/link", "POST /api/hooks/{token}", "GET /api/openapi.json");

  private static RunningGateway gateway;
  private static List<Route> table;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of());
    try (MountedTable mounted = new MountedTable(keys)) {
      table = mounted.table();
    }
  }

  private static String somePath(Route route) {
    return route.path().replace("{id}", RunningGateway.ALICE.toString()).replaceAll("\\{\\w+}", "1");
  }

  @Test
  void refusesEveryRouteWithoutATokenExceptTheOpenOnes() throws Exception {
    Set<String> answered = new HashSet<>();
    for (Route route : table) {
      Reply reply = gateway.stranger(route.method().name(), somePath(route), "", Map.of());
      if (reply.status() != 401) {
        answered.add(route.toString());
      } else {
        assertEquals("Bearer realm=\"spellmesh\"", reply.header("WWW-Authenticate").orElseThrow());
        assertEquals("UNAUTHENTICATED", reply.json().get("code").textValue());
      }
    }

    assertEquals(OPEN, answered);
  }

  @Test
  void refusesStrangersWhateverTheySendInstead() throws Exception {
    String token = gateway.token(RunningGateway.ALICE);
    List<Map<String, String>> tries = List.of(
        Map.of("Authorization", ""), Map.of("Authorization", "Bearer "),
        Map.of("Authorization", "Basic YTpi"),
        Map.of("Authorization", token), Map.of("Authorization", "Bearer " + token + "x"),
        Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."),
        Map.of("Cookie", "token=" + token), Map.of("X-User", RunningGateway.ALICE.toString()));
    for (Map<String, String> headers : tries) {
      assertEquals(401, gateway.stranger("GET", "/api/spells", "", headers).status(), headers.toString());
    }
    assertEquals(401, gateway.stranger("GET", "/api/spells?token=" + token, "", Map.of()).status());
    assertEquals(401, gateway.stranger("GET", "/api/nothing", "", Map.of()).status());
    assertEquals(401, gateway.stranger("DELETE", "/api/spells", "", Map.of()).status());
    assertEquals(401, gateway.stranger("GET", "/api", "", Map.of()).status());
  }

  @Test
  void refusesATokenThatHasEnded() throws Exception {
    String ended = gateway.token(RunningGateway.ALICE, Duration.ofSeconds(-5));

    assertEquals(401,
        gateway.stranger("GET", "/api/users/me", "", Map.of("Authorization", "Bearer " + ended)).status());
  }

  @Test
  void refusesARevokedSession() throws Exception {
    gateway.member().callers().revoked(List.of(RunningGateway.BOB));
    String bob = gateway.token(RunningGateway.BOB);

    Reply reply = gateway.stranger("GET", "/api/users/me", "", Map.of("Authorization", "Bearer " + bob));

    assertEquals(401, reply.status());
    gateway.member().callers().revoked(List.of());
  }

  @Test
  void takesAnApiKeyForItsToken() throws Exception {
    String token = gateway.token(RunningGateway.ALICE);
    gateway.services().answer(Users.EXCHANGE, key -> key.apiKey().equals("sm_good")
        ? Future.succeededFuture(new Users.AccessToken(token, 600))
        : Future.failedFuture(Failure.unauthenticated("the API key is not valid")));
    gateway.services().answerCaller(Users.ME, (caller, _) -> Future.succeededFuture(new Users.Account(
        caller.orElseThrow().user(), "a@example.org", Optional.empty(), Set.of("user"), Instant.EPOCH)));

    Reply good = gateway.stranger("GET", "/api/users/me", "", Map.of("Authorization", "Bearer sm_good"));
    Reply bad = gateway.stranger("GET", "/api/users/me", "", Map.of("Authorization", "Bearer sm_bad"));

    assertEquals(RunningGateway.ALICE.toString(), good.json().get("id").textValue());
    assertEquals(401, bad.status());
    assertFalse(bad.body().contains("sm_bad"));
  }

  @Test
  void tellsServicesWhereASignInCameFromAndNotWhatAHeaderSays() throws Exception {
    gateway.services().answer(Users.LOGIN, login -> Future.failedFuture(
        Failure.unauthenticated("from " + login.address().orElse("nowhere"))));

    Reply reply = gateway.stranger("POST", "/api/auth/login", "{\"email\":\"a@b\",\"password\":\"12345678\"}",
        Map.of("X-Forwarded-For", "10.9.9.9", "Forwarded", "for=10.9.9.9"));
    Reply claimed = gateway.stranger("POST", "/api/auth/login",
        "{\"email\":\"a@b\",\"password\":\"12345678\",\"address\":\"10.9.9.9\"}", Map.of());

    assertEquals("from 127.0.0.1", reply.json().get("detail").textValue());
    assertEquals(400, claimed.status());
  }

  @Test
  void linksOnlyWhoSitsAtThisMachine() throws Exception {
    gateway.services().fail(Users.LINK, Failure.unauthenticated("no such code"));

    assertEquals(401, gateway.stranger("POST", "/api/auth/link", "{\"code\":\"x\"}", Map.of()).status());
    assertEquals(403, gateway.stranger("POST", "/api/auth/link", "{\"code\":\"x\"}",
        Map.of("X-Forwarded-For", "127.0.0.1")).status());
  }

  @Test
  void allowsNoOtherOriginUnlessItIsListed() throws Exception {
    Reply none = gateway.ask("GET", "/api/spells", "", Map.of("Origin", "https://evil.example"));

    assertTrue(none.header("Access-Control-Allow-Origin").isEmpty());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
