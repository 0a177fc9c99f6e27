package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.plan.PlanNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One node in one scope. */
final class Step {
  enum Phase {
    /** Nobody has asked for it yet. */
    NEW,
    /** In the queue, to gather what it is given. */
    ASKED,
    /** Waiting for steps that give it something. */
    GATHERING,
    /** In the queue, to run. */
    READY,
    /** Its body, iterations or sub-spell are under way, or it waits to begin or to try again. */
    RUNNING,
    /** Its body waits for a person or a time, and is not under way. */
    WAITING,
    /** It has its outputs, if only the text of an error that is handled. */
    DONE,
    /** It failed where it was only tried. For whoever wants it later it fails again. */
    FAILED
  }

  final PlanNode node;
  final Scope scope;
  Phase phase = Phase.NEW;
  Optional<String> reachedBy = Optional.empty();

  /** Whether a trigger reached it, so that its own triggers are followed. */
  boolean pushed;
  /** Whether its scope waits for it. */
  boolean held;
  boolean followed;
  /** Whether it was told in an earlier run of which this is the rest. */
  boolean silent;

  /** What it gives without running. */
  Optional<Recorded> reused = Optional.empty();

  int missing;
  boolean gatherAgain;
  List<List<Pick>> picks = List.of();
  List<Step> waiters = List.of();

  int attempt = 1;
  Instant started = Instant.EPOCH;
  /** Why it is FAILED. */
  Optional<RunError> failure = Optional.empty();
  Optional<Fork> fork = Optional.empty();
  Optional<LoopRun> loop = Optional.empty();
  /** What it waited for, or what the spell gave that it called, once that has come. */
  Optional<JsonNode> answer = Optional.empty();
  /** What its body keeps while the spell runs that it called. */
  Optional<JsonNode> kept = Optional.empty();
  /** Number of that call, for a body that makes several. */
  Optional<Integer> call = Optional.empty();

  /** What this attempt used of language models. */
  Optional<RunEvent.Usage> used = Optional.empty();

  Map<String, JsonNode> outputs = Map.of();
  List<String> fired = List.of();
  private Set<String> reached = Set.of();

  Step(PlanNode node, Scope scope) {
    this.node = node;
    this.scope = scope;
  }

  String path() {
    return scope.path.isEmpty() ? node.id() : scope.path + node.id();
  }

  /** What stands before the paths of what it runs. */
  String inside() {
    return path() + call.map(number -> "[" + number + "]").orElse("") + "/";
  }

  void wakeLater(Step waiter) {
    if (waiters.isEmpty()) {
      waiters = new ArrayList<>(2);
    }
    waiters.add(waiter);
    waiter.missing++;
  }

  /** For nodes that wait for all their triggers. @return whether this was the last of them */
  boolean reach(String socket) {
    if (reached.isEmpty()) {
      reached = new HashSet<>();
    }
    return reached.add(socket) && reached.size() == node.wiredTriggers().size();
  }

  /** Whether some of its triggers have come, but not all. */
  boolean isWaiting() {
    return !reached.isEmpty() && reached.size() < node.wiredTriggers().size();
  }

  /** Trigger sockets that nothing has reached. */
  List<String> unreached() {
    return node.wiredTriggers().stream().filter(socket -> !reached.contains(socket)).toList();
  }

  /** The values at a data input: first those of its first source. */
  List<JsonNode> values(int input) {
    List<Pick> chosen = picks.get(input);
    if (chosen.isEmpty()) {
      return List.of();
    }
    List<JsonNode> values = new ArrayList<>(chosen.size());
    for (Pick pick : chosen) {
      switch (pick) {
        case Pick.Fixed fixed -> values.add(fixed.value());
        case Pick.From from -> {
          JsonNode value = from.step().outputs.get(from.output());
          if (value != null) {
            values.add(value);
          }
        }
      }
    }
    return values;
  }
}
