package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a Spell node's spell in a frame of its own: sockets are matched by key, else by name. */
final class SubSpells {
  private final Conductor conductor;

  SubSpells(Conductor conductor) {
    this.conductor = conductor;
  }

  void start(Step step) {
    switch (conductor.program.child(step.scope.frame.plan, step.node)) {
      case Program.Child.Missing missing -> throw new NodeFailure(FailureCode.NOT_FOUND, missing.why());
      case Program.Child.Found child -> {
        Map<Integer, JsonNode> given = given(step, child);
        Start start = reached(step, child.plan()).or(() -> Start.of(child.plan(), given))
            .orElseThrow(() -> new NodeFailure("the spell '" + child.name()
                + "' has neither a wired entry nor an output, so there is nothing to run"));
        conductor.begin(new Frame(child.plan(), given, step.path() + "/", Optional.of(step)), start);
      }
    }
  }

  private Map<Integer, JsonNode> given(Step step, Program.Child.Found child) {
    Map<Integer, JsonNode> given = new LinkedHashMap<>();
    for (int i = 0; i < step.node.dataInputs().size(); i++) {
      String key = step.node.dataInputs().get(i).key();
      String name = step.node.dataInputs().get(i).name();
      List<JsonNode> values = step.values(i);
      if (values.isEmpty()) {
        continue;
      }
      Optional<PlanNode> entry = counterpart(child.plan().entries(), key, name);
      if (entry.isPresent()) {
        given.put(entry.get().index(), values.get(0));
      } else {
        conductor.telling.nodeLog(step, "warn",
            "the spell '" + child.name() + "' has no input '" + name + "'; its value was left out");
      }
    }
    return given;
  }

  /** The child's Trigger In that the trigger which came stands for. */
  private static Optional<Start> reached(Step step, Plan child) {
    List<PlanNode> triggers = child.entries().stream()
        .filter(entry -> entry.spec().role() instanceof Role.TriggerEntry).toList();
    return step.reachedBy.flatMap(key -> counterpart(triggers, key, nameOf(step, key)))
        .map(entry -> new Start.Fire(List.of(entry)));
  }

  private static String nameOf(Step step, String key) {
    for (JsonNode socket : step.node.data().path("inputs")) {
      if (socket.path("socketKey").asText().equals(key)) {
        return socket.path("name").asText(key);
      }
    }
    return key;
  }

  private static Optional<PlanNode> counterpart(List<PlanNode> nodes, String key, String name) {
    return nodes.stream().filter(node -> node.socketKey().filter(key::equals).isPresent()).findFirst()
        .or(() -> nodes.stream().filter(node -> node.publicName().equals(name)).findFirst());
  }

  /** The child has fallen quiet: its outputs are the Spell node's. */
  void ended(Frame frame) {
    Step step = frame.parent.orElseThrow();
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    List<String> fired = new ArrayList<>();
    for (Output output : step.node.outputs()) {
      if (output.isTrigger()) {
        Optional<PlanNode> exit = counterpart(frame.plan.triggerExits(), output.key(), output.name());
        if (exit.isEmpty() ? !output.key().equals("error")
            : frame.reachedTriggerExits.contains(exit.get().index())) {
          fired.add(output.key());
        }
      } else {
        counterpart(frame.plan.exits(), output.key(), output.name()).flatMap(frame::outputOf)
            .ifPresent(value -> outputs.put(output.key(), value));
      }
    }
    conductor.complete(step, new Result(outputs, Optional.of(fired), Optional.empty()));
  }
}
