package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.PlanNode;
import io.spellmesh.engine.plan.TriggerOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what was pinned against the program, and makes of it what steps would have given. */
final class Pins {
  private final Program program;
  private final List<Mistake> mistakes = new ArrayList<>();

  Pins(Program program) {
    this.program = program;
  }

  /** @throws Failure UNPROCESSABLE with every mistake: a node, an output or a place to go from that is not there */
  void check(Reuse reuse) {
    reuse.pinned().forEach(this::check);
    reuse.from().ifPresent(from -> {
      if (Place.find(program, from.node()) instanceof Place.Nowhere nowhere) {
        mistakes.add(Mistake.at(from.node(), nowhere.said("to run from")));
      }
    });
    if (!mistakes.isEmpty()) {
      throw Failure.unprocessable(mistakes.getFirst().message(), mistakes);
    }
  }

  private void check(String path, ObjectNode outputs) {
    switch (Place.find(program, path)) {
      case Place.Nowhere nowhere -> mistakes.add(
          Mistake.at(path, nowhere.said("whose outputs could be pinned")));
      case Place.Unforeseen unforeseen -> { }
      case Place.At at when at.node().spec().role() instanceof Role.Loop -> mistakes.add(Mistake.at(path,
          at.node().described() + " is a loop, which cannot be pinned; pin what gives it its elements"));
      case Place.At at -> outputs.properties().forEach(output ->
          check(path, at.node(), output.getKey(), output.getValue()));
    }
  }

  private void check(String path, PlanNode node, String key, JsonNode value) {
    Optional<Output> output = node.outputs().stream().filter(known -> known.key().equals(key)).findFirst();
    if (output.isEmpty()) {
      mistakes.add(Mistake.at(path, key, node.described() + " has no output '" + key + "' to pin, "
          + (node.outputs().isEmpty() ? "it has none" : "it has " + node.outputs().stream()
              .map(known -> "'" + known.key() + "'").collect(Collectors.joining(", ")))));
    } else if (output.get().isTrigger() && !value.isBoolean()) {
      mistakes.add(Mistake.at(path, key, "the trigger '" + key + "' of " + node.described() + " is pinned to "
          + value.getNodeType().name().toLowerCase(Locale.ROOT) + ", must be true or false"));
    }
  }

  /** What a node gives that is pinned: the triggers it names as true, or all but {@code error} if it names none. */
  static Recorded recorded(PlanNode node, ObjectNode pinned) {
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    List<String> triggers = node.triggers().stream().map(TriggerOutput::key).toList();
    pinned.properties().stream().filter(output -> !triggers.contains(output.getKey()))
        .forEach(output -> outputs.put(output.getKey(), output.getValue()));
    boolean isChosen = triggers.stream().anyMatch(pinned::has);
    return new Recorded(outputs, triggers.stream()
        .filter(key -> isChosen ? pinned.path(key).asBoolean() : !key.equals("error")).toList());
  }
}
