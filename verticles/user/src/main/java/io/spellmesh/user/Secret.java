package io.spellmesh.user;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A text that proves a right to whoever knows it: a refresh token, an API key, a link code, a ticket.
 *
 * <p>Only its digest is stored and looked up. That look-up takes a time that depends on the digest, which
 * a guesser cannot steer without knowing the secret: it tells him nothing of the text.
 */
record Secret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new one of 256 bits, base64url after the prefix. */
  static Secret random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  Buffer digest() {
    return Digest.of(text);
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "Secret[]";
  }
}
