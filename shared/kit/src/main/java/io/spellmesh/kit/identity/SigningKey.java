package io.spellmesh.kit.identity;

import io.spellmesh.kit.config.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** The key that signs access tokens: P-256, one for all processes of a mesh. */
public final class SigningKey {
  static final String ALGORITHM = "ES256";

  private final Path file;
  private final ECPrivateKey secret;
  private final ECPublicKey open;
  private final String id;
  private final boolean generated;

  private SigningKey(Path file, String pem) {
    this.file = file;
    this.secret = P256.secretOf(pem, file.toString());
    this.open = P256.openOf(secret);
    this.id = P256.thumbprint(open);
    this.generated = KeyFile.saysGenerated(pem);
  }

  /**
   * Reads the operator's key, or the one under the data folder, which is made if there is none.
   *
   * @param configured {@code auth.signing-key}
   * @param dataDir    holds {@code keys/signing.pem}
   * @throws ConfigurationException if the file cannot be read or holds no P-256 private key
   */
  public static SigningKey load(Optional<Path> configured, Path dataDir) {
    Path file = configured.orElseGet(() -> dataDir.resolve("keys").resolve("signing.pem"));
    try {
      return new SigningKey(file.toAbsolutePath(),
          configured.isPresent() ? KeyFile.read(file) : KeyFile.readOrCreate(file, KeyFile::generatedPem));
    } catch (IOException e) {
      throw new ConfigurationException("auth.signing-key: " + file + " cannot be read (" + e + ")");
    }
  }

  /**
   * Whether the program made it up itself. Such a key is for one machine: the program refuses to listen
   * beyond loopback with it, even where another process names the file as its configured key.
   */
  public boolean generated() {
    return generated;
  }

  /** Where it was read from. */
  public Path file() {
    return file;
  }

  /** Thumbprint of the public key, which tokens name as {@code kid}. */
  String id() {
    return id;
  }

  ECPublicKey open() {
    return open;
  }

  /** Signs with this key and checks signatures by it; says nothing of a token's claims. */
  JWTAuth signatures(Vertx vertx) {
    JsonObject key = P256.jwk(open)
        .put("d", P256.text(secret.getS()))
        .put("alg", ALGORITHM)
        .put("use", "sig")
        .put("kid", id);
    // Times are checked by TokenVerifier, by the same clock as everything else.
    return JWTAuth.create(vertx, new JWTAuthOptions().addJwk(key)
        .setJWTOptions(new JWTOptions().setAlgorithm(ALGORITHM).setIgnoreExpiration(true)));
  }
}
