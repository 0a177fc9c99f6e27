package io.spellmesh.engine.run;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the spells that a spell can reach. Its user asks what is {@link #missing}, finds it wherever
 * spells are kept, tells, and asks again until nothing is missing.
 */
public final class Linker {
  public static final int DEEPEST = 20;

  /**
   * What a Spell node names.
   *
   * @param within   id of the spell that has the node
   * @param idOrName id, the id in the file it came from, or name
   */
  public record Reference(String within, String idOrName) {}

  private record Spell(String id, String name, Plan plan) {}

  private final Spell root;
  private final Map<String, Spell> spells = new HashMap<>();
  private final Map<Reference, String> found = new HashMap<>();
  private final Map<Reference, String> notFound = new HashMap<>();

  public Linker(String id, String name, Plan plan) {
    root = new Spell(id, name, plan);
    spells.put(id, root);
  }

  /** What no answer was given for yet; nothing of spells that lie too deep to be linked. */
  public List<Reference> missing() {
    Set<Reference> missing = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    List<Spell> level = List.of(root);
    for (int depth = 0; depth <= DEEPEST; depth++) {
      List<Spell> below = new ArrayList<>();
      for (Spell spell : level) {
        for (PlanNode node : spell.plan.subSpells()) {
          for (Reference reference : references(spell, node)) {
            Optional<String> id = Optional.ofNullable(found.get(reference));
            id.filter(seen::add).map(spells::get).ifPresent(below::add);
            if (id.isEmpty() && !notFound.containsKey(reference)) {
              missing.add(reference);
            }
          }
        }
      }
      level = below;
    }
    return List.copyOf(missing);
  }

  /** @param id the canonical id, the same for every way to name the spell */
  public void found(Reference reference, String id, String name, Plan plan) {
    found.put(reference, id);
    spells.putIfAbsent(id, new Spell(id, name, plan));
  }

  /** @param why what a person should read when the node is reached */
  public void notFound(Reference reference, String why) {
    notFound.put(reference, why);
  }

  /** @throws Failure UNPROCESSABLE if a spell contains itself, or lies deeper than {@link #DEEPEST} */
  public Program link() {
    height(root, new ArrayDeque<>(), new IdentityHashMap<>());
    Map<Plan, Program.Named> ids = new IdentityHashMap<>();
    Map<Plan, Map<Integer, Program.Child>> children = new IdentityHashMap<>();
    for (Spell spell : spells.values()) {
      Map<Integer, Program.Child> own = new HashMap<>();
      for (PlanNode node : spell.plan.subSpells()) {
        own.put(node.index(), child(spell, node));
      }
      ids.put(spell.plan, new Program.Named(spell.id, spell.name));
      children.put(spell.plan, own);
    }
    return new Program(root.plan, ids, children);
  }

  private Program.Child child(Spell spell, PlanNode node) {
    List<Reference> references = references(spell, node);
    for (Reference reference : references) {
      Optional<Spell> child = Optional.ofNullable(found.get(reference)).map(spells::get);
      if (child.isPresent()) {
        return new Program.Child.Found(child.get().name, child.get().plan);
      }
    }
    return new Program.Child.Missing(references.stream()
        .flatMap(reference -> Stream.ofNullable(notFound.get(reference))).distinct()
        .collect(Collectors.collectingAndThen(Collectors.joining("; "),
            why -> why.isEmpty() ? "it names no spell" : why)));
  }

  /** A node may name its spell by id, and by the name it had when the node was drawn. */
  private static List<Reference> references(Spell spell, PlanNode node) {
    return Stream.of("spellId", "spell", "spellName")
        .map(key -> node.data().path(key))
        .map(value -> value.isObject() ? value.path("id") : value)
        .filter(value -> value.isTextual() && !value.textValue().isBlank())
        .map(value -> new Reference(spell.id, value.textValue())).distinct().toList();
  }

  /** @return how many levels of spells lie below; each spell is looked at once, however many reach it */
  private int height(Spell spell, Deque<Spell> above, Map<Spell, Integer> known) {
    if (above.contains(spell)) {
      List<Spell> path = new ArrayList<>(above);
      throw refusal("a spell may not contain itself: "
          + names(path.subList(path.indexOf(spell), path.size())) + " → '" + spell.name + "'");
    }
    if (known.containsKey(spell)) {
      return known.get(spell);
    }
    if (above.size() > DEEPEST) {
      throw tooDeep(above);
    }
    above.addLast(spell);
    int height = 0;
    for (Spell child : children(spell)) {
      height = Math.max(height, 1 + height(child, above, known));
    }
    if (height > DEEPEST) {
      throw tooDeep(above);
    }
    above.removeLast();
    known.put(spell, height);
    return height;
  }

  private static Failure tooDeep(Collection<Spell> above) {
    return refusal("spells lie more than " + DEEPEST + " deep in one another: " + names(List.copyOf(above))
        + " …");
  }

  private Collection<Spell> children(Spell spell) {
    Map<String, Spell> children = new LinkedHashMap<>();
    for (PlanNode node : spell.plan.subSpells()) {
      references(spell, node).stream().flatMap(reference -> Stream.ofNullable(found.get(reference)))
          .findFirst().ifPresent(id -> children.put(id, spells.get(id)));
    }
    return children.values();
  }

  private static Failure refusal(String message) {
    return Failure.unprocessable(message, List.of(Mistake.of(message)));
  }

  private static String names(List<Spell> path) {
    return path.stream().map(spell -> "'" + spell.name + "'").collect(Collectors.joining(" → "));
  }
}
