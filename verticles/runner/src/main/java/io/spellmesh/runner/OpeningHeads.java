package io.spellmesh.runner;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.spellmesh.contract.run.RunHead;
import io.spellmesh.runner.journal.RunHeads;
import io.spellmesh.runner.journal.RunHeads.Found;
import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that are shown with a spell that is opened. Tabs come back all at once, so those that come while the
 * database is asked for others are asked for together. Belongs to the SpellManager's context.
 */
final class OpeningHeads {
  /** The person may wait for a run that ended this lately. */
  private static final Duration JUST_ENDED = Duration.ofSeconds(60);
  private static final int QUESTIONS_UNDER_WAY = 2;

  private final RunHeads heads;
  private Map<Pair, Promise<List<RunHead>>> waiting = new HashMap<>();
  private int underWay;

  OpeningHeads(RunHeads heads) {
    this.heads = heads;
  }

  Future<List<RunHead>> of(Pair pair) {
    Future<List<RunHead>> answer = waiting.computeIfAbsent(pair, _ -> Promise.promise()).future();
    ask();
    return answer;
  }

  private void ask() {
    if (underWay == QUESTIONS_UNDER_WAY || waiting.isEmpty()) {
      return;
    }
    Map<Pair, Promise<List<RunHead>>> asked = waiting;
    waiting = new HashMap<>();
    underWay++;
    heads.of(asked.keySet(), JUST_ENDED).onComplete(found -> {
      underWay--;
      ask();
      if (found.failed()) {
        asked.values().forEach(promise -> promise.fail(found.cause()));
        return;
      }
      Map<Pair, List<RunHead>> byPair = found.result().stream()
          .collect(groupingBy(Found::of, mapping(Found::head, toList())));
      asked.forEach((pair, promise) -> promise.complete(byPair.getOrDefault(pair, List.of())));
    });
  }
}
