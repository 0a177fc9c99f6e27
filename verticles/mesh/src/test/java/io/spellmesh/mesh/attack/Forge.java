package io.spellmesh.mesh.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;

/** Makes tokens as the server does, with the server's own key: what is refused then is what they say. */
final class Forge {
  private final PrivateKey key;
  private final ObjectNode header;
  private final ObjectNode claims;

  private Forge(PrivateKey key, String genuine) {
    this.key = key;
    this.header = part(genuine, 0);
    this.claims = part(genuine, 1);
  }

  /** @param genuine an access token, whose header and claims are the pattern */
  static Forge of(Path dataFolder, String genuine) throws IOException {
    try (Stream<Path> keys = Files.walk(dataFolder.resolve("keys"))) {
      Path file = keys.filter(path -> path.toString().endsWith(".pem")).findFirst().orElseThrow();
      String pem = Files.readString(file)
          .replaceAll("(?s).*-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE KEY-----.*", "$1");
      return new Forge(KeyFactory.getInstance("EC").generatePrivate(
          new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem))), genuine);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  ObjectNode header() {
    return header.deepCopy();
  }

  ObjectNode claims() {
    return claims.deepCopy();
  }

  /** Signed well, whatever the claims are. @param claims as text, so that they need not be sound */
  String signed(JsonNode header, String claims) {
    String content = coded(header.toString()) + "." + coded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String coded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode part(String token, int index) {
    return Wire.read(Base64.getUrlDecoder().decode(token.split("\\.")[index]), ObjectNode.class);
  }
}
