package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tokens and keys that are forged, for something else, or in places where none belongs. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class TokensAttackIT {
  private static AttackedMesh mesh;

  private Person ada;
  private Forge forge;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void people() throws IOException {
    ada = mesh.register();
    forge = Forge.of(mesh.dataFolder(), ada.accessToken());
  }

  @Test
  void aTokenThatTheServerDidNotSignIsRefusedInOneWord() throws IOException {
    String[] genuine = ada.accessToken().split("\\.");
    String admin = Forge.coded(changed("roles", "[\"admin\"]"));
    String none = Forge.coded("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + kid() + "\"}");
    String hmac = Forge.coded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + kid() + "\"}");
    String zeros = Forge.coded("\0".repeat(64));
    Set<String> words = new TreeSet<>();

    for (String token : List.of("", ".", "..", "...", "x", genuine[0] + "." + genuine[1],
        genuine[0] + "." + genuine[1] + ".", genuine[0] + "." + admin + "." + genuine[2],
        none + "." + genuine[1] + ".", none + "." + admin + "." + genuine[2],
        hmac + "." + admin + "." + genuine[2], genuine[0] + "." + admin + "." + zeros,
        genuine[0] + "." + genuine[1] + "." + zeros, ada.accessToken() + ".x", ada.accessToken() + "=",
        "Bearer " + ada.accessToken(), "null", "undefined", "{}")) {
      Reply reply = mesh.nobody().as(token).get("/api/users/me");
      assertEquals(401, reply.status(), "'" + token + "'");
      words.add(reply.detail());
    }

    assertTrue(words.size() <= 2, "one for a token, one for no header of the kind: " + words);
  }

  @Test
  void aTokenThatTheServerSignedIsRefusedIfItIsForSomethingElse() throws IOException {
    long now = Instant.now().getEpochSecond();
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("a run's", changed("aud", "\"run\"").replaceFirst("}$",
        ",\"run\":\"" + UUID.randomUUID() + "\",\"scope\":\"completion\"}"));
    claims.put("for two audiences", changed("aud", "[\"mesh\",\"run\"]"));
    claims.put("of another issuer", changed("iss", "\"elsewhere\""));
    claims.put("without an end", without("exp"));
    claims.put("with an end in words", changed("exp", "\"" + (now + 60) + "\""));
    claims.put("with an end beyond numbers", changed("exp", "1e300"));
    claims.put("with an end before time", changed("exp", "-1"));
    claims.put("that ended", changed("exp", String.valueOf(now - 1)));
    claims.put("for too long", changed("exp", String.valueOf(now + 100_000)));
    claims.put("of tomorrow", changed("iat", String.valueOf(now + 80_000)));
    claims.put("of nobody", without("sub"));
    claims.put("of nobody's session", without("sid"));
    claims.put("of no id", changed("sub", "\"admin\""));
    claims.put("of two people", forge.claims().toString().replaceFirst("}$",
        ",\"sub\":\"" + UUID.randomUUID() + "\"}"));
    claims.put("that is no object", "[]");
    claims.put("that is no JSON", "{");

    assertEquals(200, mesh.nobody().as(forge.signed(forge.header(), forge.claims().toString()))
        .get("/api/users/me").status(), "the forge works");
    for (Map.Entry<String, String> claim : claims.entrySet()) {
      assertEquals(401, mesh.nobody().as(forge.signed(forge.header(), claim.getValue()))
          .get("/api/users/me").status(), "a token " + claim.getKey());
    }
  }

  @Test
  void aHeaderThatNamesAKeyLeadsNowhere() throws IOException {
    Map<String, ObjectNode> headers = new LinkedHashMap<>();
    headers.put("a path", forge.header().put("kid", "../../../../dev/null"));
    headers.put("a statement", forge.header().put("kid", "' or '1'='1"));
    headers.put("none", forge.header().without(List.of("kid")));
    headers.put("a long one", forge.header().put("kid", "k".repeat(3000)));
    headers.put("critical", forge.header().set("crit", forge.header().arrayNode().add("exp")));
    headers.put("another type", forge.header().put("typ", "JWE"));
    headers.put("another algorithm", forge.header().put("alg", "ES384"));

    for (Map.Entry<String, ObjectNode> header : headers.entrySet()) {
      assertEquals(401, mesh.nobody().as(forge.signed(header.getValue(), forge.claims().toString()))
          .get("/api/users/me").status(), header.getKey());
    }
    int tooLong = mesh.nobody().as("x".repeat(64 * 1024)).get("/api/users/me").status();
    assertTrue(tooLong == 431 || tooLong == 401, "a token of 64 KB is " + tooLong);
  }

  @Test
  void accessAndRefreshTokensDoNotStandForEachOther() throws IOException {
    assertEquals(401, mesh.nobody().as(ada.refreshToken()).get("/api/users/me").status());
    for (String token : List.of(ada.accessToken(), ada.makeKey().get("key").textValue(), "", "null",
        mesh.linkCode())) {
      assertEquals(401, mesh.nobody().post("/api/auth/refresh", Map.of("refreshToken", token)).status());
    }
    assertEquals(401, mesh.nobody().post("/api/auth/link", Map.of("code", ada.refreshToken())).status());
    ada.rest().get("/api/users/me").must(200);
  }

  @Test
  void aKeyWorksInOnePlaceAlone() throws IOException {
    String key = ada.makeKey().get("key").textValue();
    mesh.nobody().as(key).get("/api/users/me").must(200);

    for (String secret : List.of(key, ada.accessToken())) {
      for (String query : List.of("access_token", "token", "key", "api_key", "apikey", "authorization",
          "jwt")) {
        assertEquals(401, mesh.nobody().get("/api/users/me?" + query + "=" + secret).status(), query);
      }
      for (String header : List.of("Cookie", "X-API-Key", "X-Auth-Token", "Proxy-Authorization",
          "X-Authorization", "Api-Key", "token")) {
        for (String value : List.of(secret, "Bearer " + secret, "authorization=Bearer " + secret,
            "access_token=" + secret)) {
          assertEquals(401, mesh.nobody().with(header, value).get("/api/users/me").status(), header);
        }
      }
      for (String scheme : List.of("", "Basic ", "Token ", "JWT ", "Key ", "Bearer: ")) {
        assertEquals(401, mesh.nobody().with("Authorization", scheme + secret).get("/api/users/me").status(),
            scheme);
      }
      assertEquals(401, mesh.nobody().send("POST", "/api/auth/logout?access_token=" + secret,
          "{\"access_token\":\"" + secret + "\"}").status());
    }
  }

  @Test
  void aKeyCannotMakeItselfAtHome() throws IOException {
    Visitor byKey = mesh.nobody().as(ada.makeKey().get("key").textValue());

    assertEquals(403, byKey.post("/api/auth/keys", Map.of("name", "another")).status());
    assertEquals(403, byKey.delete("/api/users/me").status());
    ada.rest().get("/api/users/me").must(200);
  }

  private String kid() {
    return forge.header().path("kid").asText();
  }

  private String without(String claim) {
    return forge.claims().without(List.of(claim)).toString();
  }

  /** The genuine claims with one put differently. @param json as it stands in the text */
  private String changed(String claim, String json) {
    JsonNode rest = forge.claims().without(List.of(claim));
    return rest.toString().replaceFirst("}$", ",\"" + claim + "\":" + json + "}");
  }
}
