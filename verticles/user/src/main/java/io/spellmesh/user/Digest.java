package io.spellmesh.user;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of texts, in the form the database takes. */
final class Digest {
  private Digest() {}

  /** Different for different lists of texts, as long as no text but the last contains a NUL. */
  static Buffer of(String... texts) {
    byte[] all = String.join("\0", texts).getBytes(StandardCharsets.UTF_8);
    return Buffer.buffer(sha256().digest(all));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
