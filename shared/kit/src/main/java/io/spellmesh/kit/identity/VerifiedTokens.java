package io.spellmesh.kit.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tokens seen lately that were good, because checking a signature costs more than most operations.
 * Bad ones are not kept: a flood of them must not push the good ones out.
 */
final class VerifiedTokens {
  /** About 10 MB of tokens; the least recently used goes first. */
  private static final int MOST = 10_000;

  private final Map<String, VerifiedToken> tokens = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, VerifiedToken> eldest) {
      return size() > MOST;
    }
  };

  synchronized Optional<VerifiedToken> find(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  synchronized VerifiedToken keep(VerifiedToken verified) {
    tokens.put(verified.caller().token(), verified);
    return verified;
  }

  synchronized void keepOnly(Predicate<VerifiedToken> good) {
    tokens.values().removeIf(good.negate());
  }

  synchronized int size() {
    return tokens.size();
  }
}
