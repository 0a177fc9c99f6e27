package io.spellmesh.engine.plan;

import io.spellmesh.engine.node.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A compiled spell: immutable, shared by all its runs. */
public final class Plan {
  private final List<PlanNode> nodes;
  private final List<PlanNode> entries;
  private final List<PlanNode> sources;
  private final List<PlanNode> exits;
  private final List<PlanNode> triggerExits;
  private final List<PlanNode> joins;
  private final List<PlanNode> subSpells;
  private final List<PlanNode> loops;
  private final boolean collects;
  private final List<Double> heights;
  private final boolean resumes;
  private final IndexSet all;

  /**
   * @param heights y of each node, by index; smaller is higher up
   * @param resumes whether a run goes on by itself after a crash
   */
  Plan(List<PlanNode> nodes, List<Double> heights, boolean resumes) {
    this.nodes = List.copyOf(nodes);
    this.heights = List.copyOf(heights);
    this.resumes = resumes;
    entries = nodes.stream().filter(node -> isEntry(node.spec().role())).toList();
    sources = nodes.stream().filter(node -> node.spec().role() instanceof Role.Source).toList();
    exits = nodes.stream().filter(node -> node.spec().role() instanceof Role.ValueExit).toList();
    triggerExits = nodes.stream().filter(node -> node.spec().role() instanceof Role.TriggerExit).toList();
    joins = nodes.stream().filter(node -> node.spec().role() instanceof Role.Join).toList();
    subSpells = nodes.stream().filter(node -> node.spec().role() instanceof Role.SubSpell).toList();
    loops = nodes.stream().filter(node -> node.spec().role() instanceof Role.Loop)
        .sorted(Comparator.comparing(node -> node.outerLoops().size())).toList();
    BitSet every = new BitSet();
    every.set(0, nodes.size());
    all = IndexSet.of(every);
    collects = nodes.stream().anyMatch(node -> node.spec().role() instanceof Role.Collector);
  }

  private static boolean isEntry(Role role) {
    return role instanceof Role.ValueEntry || role instanceof Role.TriggerEntry
        || role instanceof Role.PlaytestEntry;
  }

  /** Whether a run of it goes on by itself when the process is gone that ran it. */
  public boolean resumes() {
    return resumes;
  }

  public List<PlanNode> nodes() {
    return nodes;
  }

  public PlanNode node(int index) {
    return nodes.get(index);
  }

  public int size() {
    return nodes.size();
  }

  /** Every node that a run can begin with, in stored order. */
  public List<PlanNode> entries() {
    return entries;
  }

  /** Every node that emits items while the spell is played, in stored order. */
  public List<PlanNode> sources() {
    return sources;
  }

  public List<PlanNode> exits() {
    return exits;
  }

  public List<PlanNode> triggerExits() {
    return triggerExits;
  }

  public List<PlanNode> joins() {
    return joins;
  }

  public List<PlanNode> subSpells() {
    return subSpells;
  }

  /** Those inside others after those. */
  public List<PlanNode> loops() {
    return loops;
  }

  /** Whether a node wants to see every iteration of a loop, and not only the last. */
  public boolean collects() {
    return collects;
  }

  /** Every node. */
  public IndexSet all() {
    return all;
  }

  /** A node, and all that its triggers and values reach. */
  public IndexSet below(PlanNode top) {
    return walk(top, (from, to, after) -> after.get(from).add(to));
  }

  /** A node, and all whose triggers and values reach it. */
  public IndexSet above(PlanNode end) {
    return walk(end, (from, to, before) -> before.get(to).add(from));
  }

  private interface Direction {
    void add(int from, int to, List<List<Integer>> next);
  }

  private IndexSet walk(PlanNode begin, Direction direction) {
    List<List<Integer>> next = new ArrayList<>();
    nodes.forEach(node -> next.add(new ArrayList<>(0)));
    for (PlanNode node : nodes) {
      node.dataInputs().forEach(input ->
          input.sources().forEach(source -> direction.add(source.node(), node.index(), next)));
      node.triggers().forEach(trigger ->
          trigger.targets().forEach(target -> direction.add(node.index(), target.node(), next)));
    }
    BitSet met = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(begin.index()));
    while (!open.isEmpty()) {
      int index = open.poll();
      if (!met.get(index)) {
        met.set(index);
        open.addAll(next.get(index));
      }
    }
    return IndexSet.of(met);
  }

  /** The wired Trigger In that is highest up. */
  public Optional<PlanNode> topmostTriggerEntry() {
    return entries.stream()
        .filter(node -> node.spec().role() instanceof Role.TriggerEntry && firesSomething(node))
        .min(Comparator.comparing(node -> heights.get(node.index())));
  }

  public Optional<PlanNode> firstPlaytestEntry() {
    return entries.stream()
        .filter(node -> node.spec().role() instanceof Role.PlaytestEntry && firesSomething(node))
        .findFirst();
  }

  /** Whether a trigger of the node is wired to anything. */
  public static boolean firesSomething(PlanNode node) {
    return node.triggers().stream().anyMatch(trigger -> !trigger.targets().isEmpty());
  }
}
