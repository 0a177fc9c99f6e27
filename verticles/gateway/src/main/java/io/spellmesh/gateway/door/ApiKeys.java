package io.spellmesh.gateway.door;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.user.Users;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Access tokens for API keys, each asked for once and kept until shortly before it ends. Keys are not
 * kept, only their hashes. Used on one event loop.
 */
public final class ApiKeys {
  private static final String MARK = "sm_";
  /** No key of ours is longer; a longer one is not worth a question. */
  private static final int LONGEST = 200;
  /** About 2 KB each, so at most some 20 MB. */
  private static final int MOST_KEPT = 10_000;
  /** A token must outlive the requests that are made with it. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private record Kept(Future<String> token, Instant until) {}

  private final MeshClient mesh;
  private final Clock clock;
  private final Map<String, Kept> keptByHash = new LinkedHashMap<>(16, 0.75f, true);

  public ApiKeys(MeshClient mesh, Clock clock) {
    this.mesh = mesh;
    this.clock = clock;
  }

  static boolean isOne(String bearer) {
    return bearer.startsWith(MARK);
  }

  Future<String> tokenOf(String key) {
    if (key.length() > LONGEST) {
      return Future.failedFuture(Failure.unauthenticated("the API key is not valid"));
    }
    String hash = hash(key);
    Kept kept = keptByHash.get(hash);
    if (kept != null && kept.until.isAfter(clock.instant())) {
      return kept.token;
    }
    return exchange(key, hash);
  }

  void forget(String key) {
    keptByHash.remove(hash(key));
  }

  private Future<String> exchange(String key, String hash) {
    Promise<String> token = Promise.promise();
    // Kept while it is asked for, so that a hundred requests of one key ask once.
    keptByHash.put(hash, new Kept(token.future(), clock.instant().plus(Users.EXCHANGE.patience())));
    if (keptByHash.size() > MOST_KEPT) {
      keptByHash.remove(keptByHash.keySet().iterator().next());
    }
    mesh.ask(Users.EXCHANGE, new Users.Exchange(key)).onComplete(asked -> {
      // Before anybody hears of it: who hears that the token is refused has it forgotten.
      if (asked.succeeded()) {
        keptByHash.put(hash, new Kept(token.future(), untilOf(asked.result())));
        token.complete(asked.result().accessToken());
      } else {
        keptByHash.remove(hash);
        token.fail(asked.cause());
      }
    });
    return token.future();
  }

  private Instant untilOf(Users.AccessToken answer) {
    Duration life = Duration.ofSeconds(answer.expiresIn());
    Duration margin = life.dividedBy(4).compareTo(MARGIN) < 0 ? life.dividedBy(4) : MARGIN;
    return clock.instant().plus(life).minus(margin);
  }

  private static String hash(String key) {
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
