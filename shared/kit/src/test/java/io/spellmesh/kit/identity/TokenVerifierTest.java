package io.spellmesh.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class TokenVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir
  private static Path folder;
  private static Vertx vertx;
  private static SigningKey key;
  private static TokenVerifier verifier;

  private Forge forge;

  @BeforeAll
  static void makeKey() {
    vertx = Vertx.vertx();
    key = Forge.newKey(folder);
    verifier = new TokenVerifier(vertx, key, CLOCK);
  }

  @AfterAll
  static void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void beginWithAGoodToken() throws Exception {
    forge = new Forge(key, NOW);
    verifier.verify(forge.signed());
  }

  @Test
  void takesWhatTheIssuerMakes() {
    UUID user = UUID.randomUUID();
    UUID session = UUID.randomUUID();
    String token = new TokenIssuer(vertx, key, CLOCK)
        .issue(user, Set.of("user", "admin"), session, Duration.ofMinutes(15));

    VerifiedToken verified = verifier.verify(token);

    assertEquals(new Caller(user, Set.of("user", "admin"), session, token), verified.caller());
    assertEquals(NOW.plusSeconds(900), verified.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "nOnE", "NONE", "", "ES384", "RS256", "HS256", "es256"})
  void refusesEveryOtherAlgorithm(String algorithm) {
    forge.header.put("alg", algorithm);

    refuses(forge.signed());
    String content = forge.signed().substring(0, forge.signed().lastIndexOf('.'));
    refuses(content + ".");
    refuses(content);
    forge.header.remove("alg");
    refuses(forge.signed());
  }

  @Test
  void takesTwoTypesOfTokenOnly() {
    forge.header.put("typ", "at+jwt");
    verifier.verify(forge.signed());
    for (Object other : List.of("refresh+jwt", "jwt", "", 7)) {
      forge.header.put("typ", other);
      refuses(forge.signed());
    }
    forge.header.remove("typ");
    refuses(forge.signed());
  }

  @Test
  void refusesThePublicKeyTakenForASecret() throws Exception {
    forge.header.put("alg", "HS256");
    String content = Forge.part(forge.header.encode().getBytes(StandardCharsets.UTF_8)) + "."
        + Forge.part(forge.claims.encode().getBytes(StandardCharsets.UTF_8));
    String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
        .encodeToString(key.open().getEncoded()) + "\n-----END PUBLIC KEY-----\n";

    for (byte[] secret : List.of(pem.getBytes(StandardCharsets.US_ASCII), key.open().getEncoded())) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      refuses(content + "." + Forge.part(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII))));
    }
  }

  @Test
  void refusesAnotherKeysSignature(@TempDir Path elsewhere) throws Exception {
    Forge stranger = new Forge(Forge.newKey(elsewhere), NOW);
    stranger.header.put("kid", key.id());

    refuses(stranger.signed());
  }

  @Test
  void refusesChangedClaimsAndZeroSignatures() {
    String[] good = forge.signed().split("\\.");
    forge.claims.put("sub", UUID.randomUUID().toString());
    String[] other = forge.signed().split("\\.");

    refuses(good[0] + "." + other[1] + "." + good[2]);
    refuses(good[0] + "." + good[1] + "." + Forge.part(new byte[64]));
    refuses(good[0] + "." + good[1] + "." + Forge.part(new byte[63]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2026\"", "\"1795345000\"", "1e300", "-1", "-9223372036854775808", "0", "null",
      "true", "{}", "[1795345000]", "1795345000.5", "99999999999999999999", "9223372036854775807"})
  void refusesAnEndThatIsNoTimeToCome(String exp) {
    refuses(withClaim("exp", exp));
  }

  @Test
  void refusesNoEndAndOneTooFar() {
    forge.claims.put("exp", NOW.plus(Duration.ofHours(24)).getEpochSecond());
    verifier.verify(forge.signed());

    forge.claims.put("exp", NOW.plus(Duration.ofHours(24)).getEpochSecond() + 1);
    refuses(forge.signed());
    forge.claims.remove("exp");
    refuses(forge.signed());
  }

  @Test
  void refusesAtTheEndAndSaysSo() {
    forge.claims.put("exp", NOW.getEpochSecond());

    assertEquals("the access token has expired", refuses(forge.signed()).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1795345000000", "\"now\"", "1e9"})
  void refusesTokensFromTheFuture(String time) {
    refuses(withClaim("iat", time));
    refuses(withClaim("nbf", time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"alice\"", "7", "\"1-1-1-1-1\"", "[]",
      "\"00000000-0000-4000-8000-00000000000A\""})
  void refusesSubjectsAndSessionsThatAreNoIds(String id) {
    refuses(withClaim("sub", id));
    refuses(withClaim("sid", id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"run\"", "\"MESH\"", "[\"mesh\"]", "[\"mesh\",\"run\"]", "\"\""})
  void refusesAnotherAudience(String audience) {
    refuses(withClaim("aud", audience));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"evil\"", "\"spellmesh \"", "[\"spellmesh\"]"})
  void refusesAnotherIssuer(String issuer) {
    refuses(withClaim("iss", issuer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"admin\"", "[1]", "{\"admin\":true}", "[null]", "[[\"admin\"]]"})
  void refusesRolesThatAreNoListOfTexts(String roles) {
    refuses(withClaim("roles", roles));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "sid", "roles", "iat", "exp"})
  void refusesATokenThatLacksAClaim(String claim) {
    forge.claims.remove(claim);

    refuses(forge.signed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "exp", "aud"})
  void refusesDoubledClaims(String claim) {
    JsonObject twice = new JsonObject().put(claim, forge.claims.getValue(claim));
    String claims = twice.encode().replace("}", ",") + forge.claims.encode().substring(1);

    refuses(forge.signed(forge.header.encode(), claims));
  }

  @Test
  void refusesDoubledHeadersAndTrailingText() {
    refuses(forge.signed("{\"alg\":\"none\"," + forge.header.encode().substring(1), forge.claims.encode()));
    refuses(forge.signed(forge.header.encode(), forge.claims.encode() + "{}"));
    refuses(forge.signed("[" + forge.header.encode() + "]", forge.claims.encode()));
    refuses(forge.signed("null", "null"));
    refuses(forge.signed("", ""));
  }

  @Test
  void refusesCriticalHeaders() {
    forge.header.put("crit", new JsonArray().add("exp"));
    refuses(forge.signed());
    forge.header.put("crit", new JsonArray());
    refuses(forge.signed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../dev/null", "' OR 1=1 --", "http://127.0.0.1/key", "", "\u0000"})
  void refusesKeysItDoesNotKnow(String kid) {
    forge.header.put("kid", kid);
    refuses(forge.signed());
    forge.header.put("kid", new JsonArray().add(key.id()));
    refuses(forge.signed());
    forge.header.remove("kid");
    refuses(forge.signed());
  }

  @Test
  void refusesAKeyIdOfTenKilobytes() {
    forge.header.put("kid", "k".repeat(10_000));

    refuses(forge.signed());
  }

  @Test
  void takesNoKeyFromAHeader(@TempDir Path elsewhere) throws Exception {
    SigningKey strangersKey = Forge.newKey(elsewhere);
    Forge stranger = new Forge(strangersKey, NOW);
    for (String kid : List.of(key.id(), strangersKey.id())) {
      stranger.header.put("kid", kid)
          .put("jwk", P256.jwk(strangersKey.open()).put("alg", "ES256").put("kid", kid))
          .put("jku", "http://127.0.0.1:1/keys").put("x5u", "http://127.0.0.1:1/certificate")
          .put("x5c", new JsonArray().add(Base64.getEncoder().encodeToString(new byte[300])));

      refuses(stranger.signed());
    }
  }

  @Test
  void refusesASixtyFourKilobyteTokenAtOnce() {
    forge.claims.put("padding", "x".repeat(48 * 1024));
    String token = forge.signed();
    refuses(token);

    assertTimeout(Duration.ofMillis(250), () -> refuses(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "\u0000.\u0000.\u0000", "ä.ö.ü", "a", "null", "{}",
      "eyJhbGciOiJub25lIn0.e30.", "a.b.c.d.e", " . . ", "=.=.="})
  void refusesGarbage(String token) {
    refuses(token);
  }

  @Test
  void refusesASecondSpellingOfAGoodToken() {
    String token = forge.signed();

    refuses(token + "=");
    refuses(token + "\n");
    refuses(" " + token);
    refuses(token.replaceFirst("\\.", "=."));
    char last = token.charAt(token.length() - 1);
    // The last of 86 characters has four bits that no byte needs.
    refuses(token.substring(0, token.length() - 1) + (char) (last + 1));
  }

  @Test
  void saysTheSameOfEveryForgery() {
    forge.claims.put("aud", "run");
    String audience = refuses(forge.signed()).getMessage();
    forge.header.put("alg", "none");

    assertEquals(audience, refuses(forge.signed()).getMessage());
    assertEquals(audience, refuses("garbage").getMessage());
    assertEquals("the access token is not valid", audience);
  }

  private String withClaim(String name, String json) {
    JsonObject rest = forge.claims.copy();
    rest.remove(name);
    return forge.signed(forge.header.encode(),
        "{\"" + name + "\":" + json + "," + rest.encode().substring(1));
  }

  private static Failure refuses(String token) {
    Failure failure = assertThrows(Failure.class, () -> verifier.verify(token));
    assertEquals(FailureCode.UNAUTHENTICATED, failure.code());
    return failure;
  }
}
