package io.spellmesh.runner;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.runner.journal.HookStore;
import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** The secrets by which others post to spells, and what they post. Belongs to the SpellManager's context. */
final class Hooks {
  private static final int SECRET_BYTES = 32;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final class Window {
    private final long begun;
    private int posts;

    Window(long begun) {
      this.begun = begun;
    }
  }

  private final HookStore store;
  private final PlayingHandler playing;
  private final BiFunction<UUID, UUID, Caller> callers;
  private final HomeContext home;
  private final Map<Pair, Window> windows = new HashMap<>();

  /** @param callers a person, as a run of theirs */
  Hooks(HookStore store, PlayingHandler playing, BiFunction<UUID, UUID, Caller> callers, HomeContext home) {
    this.store = store;
    this.playing = playing;
    this.callers = callers;
    this.home = home;
  }

  Future<Playing.Hook> open(Caller caller, Playing.Which which) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return playing.ofCaller(caller, which).compose(of -> store.open(of, digest(secret))).map(new Playing.Hook(secret));
  }

  Future<Nothing> close(Caller caller, Playing.Which which) {
    return playing.ofCaller(caller, which).compose(store::close).map(Nothing.NOTHING);
  }

  Future<Nothing> post(Playing.Post post) {
    return home.hear(store.find(digest(post.token()))).compose(found -> {
      Pair of = found.orElseThrow(() -> Failure.notFound("there is no such hook"));
      count(of, System.currentTimeMillis());
      return playing.give(callers.apply(of.user(), UUID.randomUUID()), new Playing.Given(of.spell(), post.body()));
    });
  }

  private void count(Pair of, long nowMillis) {
    Window window = windows.compute(of, (_, last) ->
        last == null || last.begun + MINUTE.toMillis() <= nowMillis ? new Window(nowMillis) : last);
    if (window.posts++ >= Playing.MOST_POSTS) {
      throw Failure.tooMany("the hook had " + Playing.MOST_POSTS + " posts within a minute, which is the limit",
          Duration.ofMillis(window.begun + MINUTE.toMillis() - nowMillis).plusSeconds(1));
    }
  }

  /** Drops what is remembered of hooks that nobody has posted to for a minute. */
  void forget(long nowMillis) {
    windows.values().removeIf(window -> window.begun + MINUTE.toMillis() <= nowMillis);
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
