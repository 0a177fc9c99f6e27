package io.spellmesh.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.spell.StoredGraph;
import io.spellmesh.engine.spell.StoredNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles saved graphs; linear in nodes and edges for a given number of loops. */
public final class PlanCompiler {
  private static final int MOST_LOOPS = 500;
  private static final String INTERRUPT = "interrupt";
  private static final String RESUME = "resume";

  private final NodeCatalog catalog;

  public PlanCompiler(NodeCatalog catalog) {
    this.catalog = catalog;
  }

  /** Compiles a graph and tells everything that is wrong with it. */
  public Checked compile(ObjectNode graph) {
    StoredGraph stored = StoredGraph.of(graph);
    List<StoredNode> nodes = stored.nodes();
    List<Mistake> errors = new ArrayList<>(stored.mistakes());
    List<Mistake> warnings = new ArrayList<>(stored.dead());
    List<Optional<NodeCatalog.Known>> types = new ArrayList<>(nodes.size());
    List<Sockets> sockets = new ArrayList<>(nodes.size());
    List<Role> roles = new ArrayList<>(nodes.size());
    List<Role> acting = new ArrayList<>(nodes.size());
    for (StoredNode node : nodes) {
      Optional<NodeCatalog.Known> type = catalog.find(node);
      types.add(type);
      sockets.add(new Sockets(node, type));
      roles.add(type.map(known -> known.spec().role()).orElse(new Role.Plain()));
      acting.add(Bypass.isWanted(node) ? Bypass.left(roles.getLast()) : roles.getLast());
      if (type.isEmpty() && !Bypass.isWanted(node)) {
        warnings.add(Mistake.at(node.id(), "the node type '" + node.name()
            + "' is not known here; the node is kept, and fails if it is reached"));
      }
    }
    Wiring wiring = new Wiring(nodes, sockets, warnings);
    refuseCycles(nodes, wiring, roles, errors);
    refuseLoops(roles, errors);
    Loops loops = new Loops(wiring, errors.isEmpty() ? acting : List.of());
    List<PlanNode> compiled = new ArrayList<>(nodes.size());
    for (int index = 0; index < nodes.size(); index++) {
      compiled.add(node(index, nodes.get(index), types.get(index), sockets.get(index), wiring, loops,
          errors));
    }
    warnSharedNames(compiled, warnings);
    boolean resumes = resumes(graph, errors);
    return new Checked(new Plan(compiled, nodes.stream().map(StoredNode::y).toList(), resumes), errors, warnings);
  }

  /** What the graph's {@code onCrash} says: {@code interrupt}, which is the default, or {@code resume}. */
  private static boolean resumes(ObjectNode graph, List<Mistake> errors) {
    JsonNode onCrash = graph.path("onCrash");
    String said = onCrash.isMissingNode() || onCrash.isNull() ? INTERRUPT : onCrash.asText();
    if (!said.equals(INTERRUPT) && !said.equals(RESUME)) {
      errors.add(Mistake.of("the spell's onCrash is " + onCrash + ", must be '" + INTERRUPT + "' or '" + RESUME + "'"));
    }
    return said.equals(RESUME);
  }

  private static PlanNode node(int index, StoredNode stored, Optional<NodeCatalog.Known> known,
      Sockets sockets, Wiring wiring, Loops loops, List<Mistake> errors) {
    NodeType saved = known.map(NodeCatalog.Known::type).orElseGet(() -> new OpaqueType(stored.name()));
    NodeSpec spec = known.map(NodeCatalog.Known::spec).orElseGet(saved::spec);
    Map<String, List<Source>> data = new LinkedHashMap<>();
    Set<String> wiredTriggers = new LinkedHashSet<>();
    for (Edge edge : wiring.into(index)) {
      if (edge.trigger()) {
        wiredTriggers.add(edge.input());
      } else {
        data.computeIfAbsent(edge.input(), any -> new ArrayList<>(1))
            .add(new Source(edge.from(), edge.output()));
      }
    }
    List<DataInput> inputs = new ArrayList<>(data.size());
    data.forEach((key, sources) -> inputs.add(new DataInput(key, sockets.inputName(key), sources)));
    List<TriggerOutput> triggers = triggers(index, sockets, wiring);
    Optional<Bypass> bypass = Bypass.isWanted(stored)
        ? Optional.of(Bypass.of(spec, sockets, inputs, triggers)) : Optional.empty();
    List<DataInput> read = bypass.map(way -> way.read(inputs)).orElseGet(() -> List.copyOf(inputs));
    return new PlanNode(index, stored.id(), text(stored.data().path("name")),
        known.map(found -> found.spec().type()).orElse(stored.name()), stored.name(),
        text(stored.data().path("socketKey")), bypass.<NodeType>map(way -> way).orElse(saved),
        bypass.map(Bypass::spec).orElse(spec), stored.data(), PatienceReader.read(stored, errors), read,
        read.stream().map(DataInput::key).toList(), List.copyOf(wiredTriggers), triggers,
        outputs(index, sockets, wiring),
        loops.of(index),
        loops.byData(index), loops.around(index));
  }

  private static List<TriggerOutput> triggers(int index, Sockets sockets, Wiring wiring) {
    Map<String, List<Target>> targets = new LinkedHashMap<>();
    for (Edge edge : wiring.outOf(index)) {
      if (edge.trigger()) {
        targets.computeIfAbsent(edge.output(), any -> new ArrayList<>(1))
            .add(new Target(edge.to(), edge.input()));
      }
    }
    for (Output output : sockets.outputs()) {
      if (output.isTrigger()) {
        targets.putIfAbsent(output.key(), List.of());
      }
    }
    return targets.entrySet().stream()
        .map(entry -> new TriggerOutput(entry.getKey(), entry.getValue())).toList();
  }

  /** Its declared outputs, and those that are undeclared but wired: files of every age have some. */
  private static List<Output> outputs(int index, Sockets sockets, Wiring wiring) {
    List<Output> outputs = sockets.outputs();
    wiring.outOf(index).stream().filter(edge -> !edge.trigger() && !sockets.declares(edge.output()))
        .map(Edge::output).distinct().forEach(key -> outputs.add(Output.any(key)));
    return outputs;
  }

  private static Optional<String> text(JsonNode saved) {
    return saved.isTextual() && !saved.textValue().isEmpty() ? Optional.of(saved.textValue())
        : Optional.empty();
  }

  private static void refuseCycles(List<StoredNode> nodes, Wiring wiring, List<Role> roles,
      List<Mistake> errors) {
    Set<Set<Integer>> told = new HashSet<>();
    for (List<Integer> cycle
        : Cycles.find(wiring, edge -> true, node -> roles.get(node) instanceof Role.Loop)) {
      told.add(Set.copyOf(cycle));
      errors.add(Mistake.at(nodes.get(cycle.get(0)).id(),
          "the nodes " + path(nodes, cycle) + " wait for one another in a cycle without a loop node"));
    }
    for (List<Integer> cycle : Cycles.find(wiring, edge -> !edge.trigger(), node -> false)) {
      if (!told.contains(Set.copyOf(cycle))) {
        errors.add(Mistake.at(nodes.get(cycle.get(0)).id(),
            "the nodes " + path(nodes, cycle) + " need one another's values in a cycle"));
      }
    }
  }

  private static String path(List<StoredNode> nodes, List<Integer> cycle) {
    List<Integer> closed = new ArrayList<>(cycle);
    closed.add(cycle.get(0));
    return closed.stream().map(index -> nodes.get(index).name() + " " + nodes.get(index).id())
        .collect(Collectors.joining(" → "));
  }

  private static void refuseLoops(List<Role> roles, List<Mistake> errors) {
    long loops = roles.stream().filter(Role.Loop.class::isInstance).count();
    if (loops > MOST_LOOPS) {
      errors.add(Mistake.of("the spell has " + loops + " loop nodes, at most " + MOST_LOOPS));
    }
  }

  private static void warnSharedNames(List<PlanNode> nodes, List<Mistake> warnings) {
    Set<String> names = new HashSet<>();
    for (PlanNode node : nodes) {
      if (node.spec().role() instanceof Role.ValueExit && !names.add(node.publicName())) {
        warnings.add(Mistake.at(node.id(), "another output is called '" + node.publicName()
            + "' too; the one that completes last gives the value"));
      }
    }
  }
}
