package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.plan.IndexSet;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a spell begins: entry nodes that fire, or else outputs that are pulled. */
sealed interface Start {
  record Fire(List<PlanNode> entries) implements Start {}

  record Pull(List<PlanNode> exits) implements Start {}

  /**
   * Gives each entry node of that name its value, and the source its item.
   *
   * @throws Failure UNPROCESSABLE if the spell has no input of a name, or no such source
   */
  static Map<Integer, JsonNode> given(Plan plan, ObjectNode inputs, Optional<Emitted> emitted) {
    Map<Integer, JsonNode> given = new LinkedHashMap<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> input : inputs.properties()) {
      List<PlanNode> named = plan.entries().stream()
          .filter(entry -> entry.publicName().equals(input.getKey())).toList();
      if (named.isEmpty()) {
        mistakes.add(Mistake.of("the spell has no input '" + input.getKey() + "', " + inputsOf(plan)));
      }
      named.forEach(entry -> given.put(entry.index(), input.getValue()));
    }
    emitted.ifPresent(item -> plan.sources().stream().filter(source -> source.id().equals(item.node())).findFirst()
        .ifPresentOrElse(source -> given.put(source.index(), item.item()),
            () -> mistakes.add(Mistake.of("the spell has no source '" + item.node() + "'"))));
    if (!mistakes.isEmpty()) {
      throw Failure.unprocessable(mistakes.get(0).message(), mistakes);
    }
    return given;
  }

  /** Of a run that goes to a node: of the entries those that lead there; where no trigger does, it is pulled. */
  static Start to(PlanNode end, Plan plan, Optional<Start> whole) {
    IndexSet leading = plan.above(end);
    List<PlanNode> entries = switch (whole.orElse(new Pull(List.of()))) {
      case Fire fire when !end.wiredTriggers().isEmpty() || fire.entries.contains(end) ->
          fire.entries.stream().filter(entry -> leading.contains(entry.index())).toList();
      case Fire fire -> List.of();
      case Pull pull -> List.of();
    };
    return entries.isEmpty() ? new Pull(List.of(end)) : new Fire(entries);
  }

  private static String inputsOf(Plan plan) {
    String names = plan.entries().stream().map(PlanNode::publicName).distinct()
        .map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return names.isEmpty() ? "it has none" : "it has " + names;
  }

  /** The start rule. Empty if there is nothing to begin with. */
  static Optional<Start> of(Plan plan, Map<Integer, JsonNode> given) {
    List<PlanNode> named = given.keySet().stream().map(plan::node).filter(Plan::firesSomething).toList();
    if (!named.isEmpty()) {
      return Optional.of(new Fire(named));
    }
    Optional<PlanNode> entry = plan.topmostTriggerEntry().or(plan::firstPlaytestEntry);
    if (entry.isPresent()) {
      return Optional.of(new Fire(List.of(entry.get())));
    }
    return plan.exits().isEmpty() ? Optional.empty() : Optional.of(new Pull(plan.exits()));
  }
}
