package io.spellmesh.kit.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Makes tokens of any kind, as somebody would who has, or has not, the key. */
final class Forge {
  final JsonObject header;
  final JsonObject claims;
  private final PrivateKey key;

  /** Of a good token: each test spoils one thing. */
  Forge(SigningKey known, Instant now) throws Exception {
    key = P256.secretOf(Files.readString(known.file()), "test");
    header = new JsonObject().put("typ", "JWT").put("alg", "ES256").put("kid", known.id());
    claims = new JsonObject().put("iss", "spellmesh").put("aud", "mesh")
        .put("sub", UUID.randomUUID().toString()).put("sid", UUID.randomUUID().toString())
        .put("roles", new JsonArray().add("user"))
        .put("iat", now.getEpochSecond()).put("exp", now.getEpochSecond() + 900)
        .put("jti", UUID.randomUUID().toString());
  }

  static SigningKey newKey(Path folder) {
    return SigningKey.load(Optional.empty(), folder);
  }

  String signed() {
    return signed(header.encode(), claims.encode());
  }

  String signed(String headerJson, String claimsJson) {
    String content = part(headerJson.getBytes(StandardCharsets.UTF_8)) + "."
        + part(claimsJson.getBytes(StandardCharsets.UTF_8));
    return content + "." + part(signature(content));
  }

  private byte[] signature(String content) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(key);
      signer.update(content.getBytes(StandardCharsets.US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
