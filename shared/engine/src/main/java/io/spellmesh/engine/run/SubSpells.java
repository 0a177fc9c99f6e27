package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Runs the spell of a node in a frame of its own: sockets of a Spell node are matched by key, else by name. */
final class SubSpells {
  /** Names of an input that is the one for what a call is about; of a spell that has none of them, the first. */
  private static final List<String> MAIN = List.of("Input", "Input - Default");

  private final Conductor conductor;
  /** One name is one spell for as long as the run is loaded, however often it is called. */
  private final Map<Linker.Reference, CompletableFuture<Program>> called = new HashMap<>();

  SubSpells(Conductor conductor) {
    this.conductor = conductor;
  }

  void start(Step step) {
    Program program = step.scope.frame.program;
    switch (program.child(step.scope.frame.plan, step.node)) {
      case Program.Child.Missing missing -> throw new NodeFailure(FailureCode.NOT_FOUND, missing.why());
      case Program.Child.Found child -> {
        Map<Integer, JsonNode> given = given(step, child);
        begin(step, program, child.plan(), child.name(), given, reached(step, child.plan()));
      }
    }
  }

  /** A body has named a spell. */
  void call(Step step, SpellCall call) {
    step.kept = call.kept();
    if (call.kept().isPresent()) {
      step.call = Optional.of(nextCall(step));
    }
    Frame frame = step.scope.frame;
    String within = frame.program.spell(frame.plan).map(Program.Named::id).orElse("");
    CompletableFuture<Program> found = called.computeIfAbsent(new Linker.Reference(within, call.idOrName()),
        reference -> conductor.host.find(reference.within(), reference.idOrName()));
    conductor.bodies.whenThere(step, found, program -> enter(step, program, call));
  }

  /** Not one of the part of the run before a crash: a body that begins anew may call another spell first. */
  private int nextCall(Step step) {
    int number = step.call.map(last -> last + 1).orElse(0);
    while (conductor.settings.knowsInside(step.path() + "[" + number + "]/")) {
      number++;
    }
    return number;
  }

  private void enter(Step step, Program program, SpellCall call) {
    String name = program.spell(program.root()).map(Program.Named::name).orElse(call.idOrName());
    begin(step, program, program.root(), name, given(step, program.root(), name, call), Optional.empty());
  }

  private void begin(Step step, Program program, Plan plan, String name, Map<Integer, JsonNode> given,
      Optional<Start> reached) {
    refuseDepth(step.scope.frame, program, plan, name);
    String place = Frame.placeIn(step);
    Start start = conductor.goal.start(place, plan, given, reached).orElseThrow(() -> new NodeFailure("the spell '" + name
        + "' has neither a wired entry nor an output, so there is nothing to run"));
    Frame frame = new Frame(program, plan, given, Optional.of(step),
        conductor.taking.fresh(Optional.of(step), plan), conductor.goal.wanted(place, plan));
    conductor.deadlines.begin(step, why -> {
      stop(frame, why);
      conductor.failing.timeUp(step, why);
    });
    conductor.begin(frame, start);
  }

  /** Gives up all that is under way in a spell, and in those it runs. */
  void stop(Frame frame, Stopped why) {
    frame.stop();
    conductor.waits.stop(scope -> scope.frame.isWithin(frame));
    conductor.bodies.stop(scope -> scope.frame.isWithin(frame), why);
  }

  /** A linker has seen what a spell names beforehand; what is named while it runs is seen here. */
  private static void refuseDepth(Frame around, Program program, Plan plan, String name) {
    List<Program.Named> path = new ArrayList<>();
    around.nesting().forEach(frame -> path.add(frame.program.spell(frame.plan)
        .orElseGet(() -> new Program.Named("", "this spell"))));
    Optional<String> id = program.spell(plan).map(Program.Named::id);
    for (int i = 0; i < path.size(); i++) {
      if (id.filter(path.get(i).id()::equals).isPresent()) {
        throw new NodeFailure("a spell may not contain itself: " + names(path.subList(i, path.size())) + " → '" + name
            + "'");
      }
    }
    if (path.size() > Linker.DEEPEST) {
      throw new NodeFailure("spells lie more than " + Linker.DEEPEST + " deep in one another: " + names(path) + " → '"
          + name + "'");
    }
  }

  private static String names(List<Program.Named> path) {
    return path.stream().map(spell -> "'" + spell.name() + "'").collect(Collectors.joining(" → "));
  }

  private Map<Integer, JsonNode> given(Step step, Plan plan, String spell, SpellCall call) {
    Map<Integer, JsonNode> given = new LinkedHashMap<>();
    call.inputs().properties().forEach(input -> {
      List<PlanNode> named = plan.entries().stream()
          .filter(entry -> entry.publicName().equals(input.getKey())).toList();
      named.forEach(entry -> given.put(entry.index(), input.getValue()));
      if (named.isEmpty()) {
        warnLeftOut(step, spell, input.getKey());
      }
    });
    call.main().ifPresent(value -> main(plan).ifPresent(entry -> given.putIfAbsent(entry.index(), value)));
    return given;
  }

  private static Optional<PlanNode> main(Plan plan) {
    List<PlanNode> entries = plan.entries().stream()
        .filter(entry -> !(entry.spec().role() instanceof Role.TriggerEntry)).toList();
    return MAIN.stream().flatMap(name -> entries.stream().filter(entry -> entry.publicName().equals(name))).findFirst()
        .or(() -> entries.stream().findFirst());
  }

  private void warnLeftOut(Step step, String spell, String input) {
    conductor.telling.nodeLog(step, "warn",
        "the spell '" + spell + "' has no input '" + input + "'; its value was left out");
  }

  private Map<Integer, JsonNode> given(Step step, Program.Child.Found child) {
    Map<Integer, JsonNode> given = new LinkedHashMap<>();
    Optional<JsonNode> event = Optional.empty();
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
      } else if (isForEvent(step.node, key) && main(child.plan()).isPresent()) {
        event = Optional.of(values.get(0));
      } else {
        warnLeftOut(step, child.name(), name);
      }
    }
    event.ifPresent(value -> main(child.plan()).ifPresent(entry -> given.putIfAbsent(entry.index(), value)));
    return given;
  }

  private static boolean isForEvent(PlanNode node, String key) {
    return node.spec().role() instanceof Role.SubSpell role
        && role.event().filter(input -> input.key().equals(key)).isPresent();
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
    if (step.node.spec().role() instanceof Role.Caller) {
      answer(step, "outputs", outputs(frame));
      return;
    }
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

  /** What a body called has failed, and the body wants to know. */
  void failed(Step step, RunError error) {
    answer(step, "error", TextNode.valueOf(error.message()));
  }

  private void answer(Step step, String how, JsonNode value) {
    conductor.deadlines.end(step);
    step.answer = Optional.of(step.kept.<JsonNode>map(kept -> {
      ObjectNode both = JsonNodeFactory.instance.objectNode();
      both.set("kept", kept);
      both.set(how, value);
      return both;
    }).orElse(value));
    step.kept = Optional.empty();
    conductor.bodies.begin(step);
  }

  /** In the order of the spell's outputs. */
  private static ObjectNode outputs(Frame frame) {
    ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    frame.plan.exits().forEach(exit -> frame.outputOf(exit)
        .ifPresent(value -> outputs.set(exit.publicName(), value)));
    return outputs;
  }
}
