package io.spellmesh.runner;

import io.spellmesh.contract.Failure;
import io.spellmesh.runner.journal.RunHeads.Pair;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The spells that are open in the tabs of this process: one map per socket, so that a socket's end touches
 * its own tabs alone. Belongs to the SpellManager's context.
 */
final class OpenSpells {
  private static final Duration SOON = Duration.ofSeconds(5);
  /** Longer than any question of a socket that has ended may still be on its way. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  /** The user belongs to it, because two people's tabs may have one id and a socket is no identity. */
  record Key(UUID user, String tab, UUID spell) {}

  private final int mostOfUser;
  private final Map<String, Map<Key, OpenSpell>> sockets = new HashMap<>();
  private final Map<UUID, Integer> ofUser = new HashMap<>();
  private final Map<String, Long> ended = new HashMap<>();

  OpenSpells(int mostOfUser) {
    this.mostOfUser = mostOfUser;
  }

  /** The spell in that tab, opened if it is not. @throws Failure TOO_MANY, or if the socket has ended */
  OpenSpell open(String socket, Key key, Supplier<OpenSpell> opening) {
    if (ended.containsKey(socket)) {
      throw Failure.unavailable("the socket has ended, connect again", SOON);
    }
    Optional<OpenSpell> open = Optional.ofNullable(sockets.getOrDefault(socket, Map.of()).get(key));
    return open.orElseGet(() -> {
      if (ofUser.getOrDefault(key.user(), 0) >= mostOfUser) {
        throw Failure.tooMany("you have " + mostOfUser + " spells open, which is the limit; close a tab",
            SOON);
      }
      OpenSpell opened = opening.get();
      sockets.computeIfAbsent(socket, any -> new HashMap<>()).put(key, opened);
      ofUser.merge(key.user(), 1, Integer::sum);
      return opened;
    });
  }

  /** @throws Failure NOT_FOUND */
  OpenSpell find(String socket, Key key) {
    return Optional.ofNullable(sockets.getOrDefault(socket, Map.of()).get(key))
        .orElseThrow(() -> Failure.notFound(
            "tab '" + key.tab() + "' has no spell " + key.spell() + " open, open it first"));
  }

  /** Nothing happens if it is not open. */
  void close(String socket, Key key) {
    Map<Key, OpenSpell> tabs = sockets.getOrDefault(socket, Map.of());
    Optional.ofNullable(tabs.get(key)).ifPresent(spell -> {
      tabs.remove(key);
      ofUser.computeIfPresent(key.user(), (any, count) -> count == 1 ? null : count - 1);
      spell.retire();
    });
    if (tabs.isEmpty()) {
      sockets.remove(socket);
    }
  }

  /** The same, unless another has been opened in its place. */
  void close(String socket, Key key, OpenSpell spell) {
    if (sockets.getOrDefault(socket, Map.of()).get(key) == spell) {
      close(socket, key);
    }
  }

  /** A socket is gone, and its tabs with it. */
  void end(String socket, long nowMillis) {
    ended.put(socket, nowMillis);
    Set.copyOf(sockets.getOrDefault(socket, Map.of()).keySet()).forEach(key -> close(socket, key));
  }

  /** Drops what is remembered of sockets that ended a while ago. */
  void forget(long nowMillis) {
    ended.values().removeIf(then -> then <= nowMillis - REMEMBERED.toMillis());
  }

  /** Who has spells open. */
  Set<UUID> users() {
    return pairs().stream().map(Pair::user).collect(Collectors.toSet());
  }

  /** Who has which spells open. */
  Set<Pair> pairs() {
    Set<Pair> pairs = new HashSet<>();
    sockets.values().forEach(tabs ->
        tabs.keySet().forEach(key -> pairs.add(new Pair(key.user(), key.spell()))));
    return pairs;
  }
}
