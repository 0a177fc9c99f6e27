package io.spellmesh.user;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;

/** Hashes passwords and compares them, away from the event loop. */
final class Passwords {
  /** How many are hashed at once in a process: each takes 19 MiB and a whole core. */
  static final int AT_ONCE = 2;

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** The smallest set that OWASP recommends for argon2id. */
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** Compared with when there is no account, so that its absence costs the same time; nothing matches it. */
  private static final String NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$"
      + "A".repeat(22) + "$" + "A".repeat(43);

  private final SecureRandom random = new SecureRandom();
  private final WorkerExecutor workers;

  /** Workers are shared by name, so that several verticles of one process stay within {@link #AT_ONCE}. */
  Passwords(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("spellmesh-password", AT_ONCE);
  }

  /** The hash with its salt and parameters, as text. */
  Future<String> hash(String password) {
    return workers.executeBlocking(() -> {
      byte[] salt = new byte[SALT_BYTES];
      random.nextBytes(salt);
      return ARGON2.hash(bytes(password), salt).getResult();
    }, false);
  }

  /** Whether the password is the one of that hash; does the same work if there is none. */
  Future<Boolean> matches(String password, Optional<String> hash) {
    return workers.executeBlocking(() -> ARGON2.check(bytes(password),
        hash.orElse(NOBODY).getBytes(StandardCharsets.US_ASCII)), false);
  }

  /** Keyboards differ in how they spell an umlaut; NFC makes them agree. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }
}
