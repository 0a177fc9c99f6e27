package io.spellmesh.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A node, ready to run.
 *
 * @param index         place in the plan
 * @param id            as saved
 * @param name          what people call it: {@code data.name}, else its saved type and nothing
 * @param typeName      canonical type; the saved name if nobody knows it
 * @param socketKey     by which a Spell node of a parent may name it
 * @param data          the saved data, not to be changed
 * @param dataInputs    wired data inputs in the order in which values are given
 * @param dataKeys      their keys
 * @param wiredTriggers keys of the trigger inputs that are wired
 * @param triggers      trigger outputs in stored order, unwired ones last
 * @param outputs       data and trigger outputs, the type's and the added ones
 * @param loops         indices of the loop nodes it hangs on, by data or by trigger
 * @param dataLoops     indices of the loop nodes whose values it depends on, outermost first
 * @param outerLoops    for a loop node those around it, by data or by trigger, outermost first; else none
 */
public record PlanNode(int index, String id, Optional<String> name, String typeName, String savedName,
    Optional<String> socketKey, NodeType type, NodeSpec spec, ObjectNode data, Patience patience,
    List<DataInput> dataInputs, List<String> dataKeys, List<String> wiredTriggers,
    List<TriggerOutput> triggers, List<Output> outputs, IndexSet loops, List<Integer> dataLoops,
    List<Integer> outerLoops) {

  /** By what a run names it: its name, else its saved type, and for outputs, of which it has many, the id. */
  public String publicName() {
    return name.orElse(spec.role() instanceof Role.ValueExit ? savedName + " " + id : savedName);
  }

  /** Whether it is disabled, so that it hands on what comes and does nothing itself. */
  public boolean isBypassed() {
    return type instanceof Bypass;
  }

  /** How messages name it. */
  public String described() {
    return savedName + " " + id + name.filter(own -> !own.equals(savedName)).map(own -> " '" + own + "'")
        .orElse("");
  }

  /** @param name as people see it */
  public record InputName(String key, String name) {}

  /**
   * The data input that a body knows by a key: the one that is wired, by that key or else by the name that the type
   * gives it, or else the type's own.
   */
  public InputName inputFor(String key) {
    String name = spec.inputs().stream().filter(input -> input.key().equals(key)).findFirst()
        .map(Input::name).orElse(key);
    return Stream.<Predicate<DataInput>>of(wired -> wired.key().equals(key), wired -> wired.name().equals(name))
        .flatMap(known -> dataInputs.stream().filter(known)).findFirst()
        .map(wired -> new InputName(wired.key(), wired.name())).orElseGet(() -> new InputName(key, name));
  }

  /** The trigger output that is called {@code error}, if it is wired. */
  public Optional<TriggerOutput> wiredError() {
    return triggers.stream()
        .filter(output -> output.key().equals("error") && !output.targets().isEmpty()).findFirst();
  }
}
