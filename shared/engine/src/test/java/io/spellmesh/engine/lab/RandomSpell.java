package io.spellmesh.engine.lab;

import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.run.Linker;
import io.spellmesh.engine.run.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A large spell of everything there is: diamonds, nested loops, gates, joins, forks, handled errors and
 * sub-spells. It is drawn so that what it gives does not depend on the schedule: no two outputs share a
 * name, and no socket has edges of which only some have completed.
 */
public final class RandomSpell {
  private static final List<String> BODIES = List.of("Mix", "Mix", "Mix", "Slow", "Slow", "Gate", "Sometimes",
      "Sometimes", "Wait For All", "For Each", "Output", "Output", "Spell");
  private static final int MOST_LOOPS = 7;

  /** Where nodes run: the whole spell, or the iterations of a loop within another region. */
  private static final class Region {
    final List<String> loops = new ArrayList<>();
    /** Node and trigger output. */
    final List<List<String>> triggers = new ArrayList<>();
    final List<List<String>> values = new ArrayList<>();
    final List<List<String>> untriggered = new ArrayList<>();
    /** What depends on the element. */
    final List<String> ofElement = new ArrayList<>();
    final Set<String> dependent = new HashSet<>();
  }

  private final Random random;
  private final Drawing drawing = new Drawing();
  private final List<Region> regions = new ArrayList<>();
  private final Map<Region, List<Region>> around = new HashMap<>();
  private final Map<String, RandomSpell> children = new HashMap<>();
  private final List<String> outputs = new ArrayList<>();
  private final int depth;
  private int loops;

  /** @param size how many nodes, about */
  public RandomSpell(long seed, int size) {
    this(new Random(seed), size, 0);
  }

  private RandomSpell(Random random, int size, int depth) {
    this.random = random;
    this.depth = depth;
    Region root = new Region();
    regions.add(root);
    around.put(root, List.of(root));
    String start = drawing.add("Trigger In", "go");
    root.triggers.add(List.of(start, "trigger"));
    for (int i = 0; i < 3; i++) {
      String input = drawing.add("Input", "in" + i);
      drawing.data(input).put("defaultValue", i);
      root.values.add(List.of(input, "output"));
    }
    for (int i = 0; i < size; i++) {
      add(pick(regions), pick(BODIES));
    }
    add(root, "Output");
  }

  public Drawing drawing() {
    return drawing;
  }

  public Program program(NodeCatalog catalog) {
    Linker linker = new Linker("root", "root", Stage.plan(drawing, catalog));
    Map<String, RandomSpell> all = new HashMap<>();
    collect(all);
    for (List<Linker.Reference> missing = linker.missing(); !missing.isEmpty(); missing = linker.missing()) {
      for (Linker.Reference reference : missing) {
        linker.found(reference, reference.idOrName(), reference.idOrName(),
            Stage.plan(all.get(reference.idOrName()).drawing, catalog));
      }
    }
    return linker.link();
  }

  private void collect(Map<String, RandomSpell> all) {
    children.forEach((name, child) -> {
      all.put(name, child);
      child.collect(all);
    });
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void add(Region region, String wanted) {
    String type = wanted;
    if (type.equals("For Each") && (loops == MOST_LOOPS || around.get(region).size() > 3)
        || type.equals("Spell") && (depth == 2 || random.nextInt(3) > 0)) {
      type = "Slow";
    }
    String id = drawing.add(type);
    drawing.data(id).put("tag", random.nextInt());
    boolean isTriggered = random.nextInt(4) > 0 || type.equals("Wait For All") || type.equals("For Each");
    if (isTriggered) {
      trigger(id, region, type.equals("Wait For All"));
    }
    switch (type) {
      case "Output" -> {
        drawing.data(id).put("name", "out" + id);
        outputs.add("out" + id);
        output(id, region);
      }
      case "Wait For All" -> region.triggers.add(List.of(id, "trigger"));
      case "For Each" -> loop(id, region);
      case "Spell" -> {
        read(id, region);
        spell(id, region);
      }
      case "Gate" -> {
        read(id, region);
        region.triggers.add(List.of(id, "true"));
        region.triggers.add(List.of(id, "false"));
      }
      case "Sometimes" -> {
        read(id, region);
        region.triggers.add(List.of(id, "trigger"));
        String handler = drawing.add("Mix");
        drawing.wire(id, "error", handler, "trigger").wire(id, "message", handler, "why");
        region.triggers.add(List.of(handler, "trigger"));
        region.triggers.add(List.of(id, "error"));
        region.values.add(List.of(id, "output"));
      }
      default -> {
        read(id, region);
        region.triggers.add(List.of(id, "trigger"));
        region.values.add(List.of(id, "output"));
        if (!isTriggered && !region.dependent.contains(id)) {
          region.untriggered.add(List.of(id, "output"));
        }
      }
    }
  }

  private void trigger(String id, Region region, boolean isJoin) {
    int edges = 1 + random.nextInt(isJoin ? 3 : 2);
    for (int i = 0; i < edges; i++) {
      List<String> from = pick(region.triggers);
      drawing.wire(from.get(0), from.get(1), id, isJoin ? "t" + i : "trigger");
    }
  }

  /** Wires up to three sockets, one of them perhaps to several sources that need no trigger. */
  private void read(String id, Region region) {
    List<Region> seen = around.get(region);
    for (int socket = random.nextInt(4); socket > 0; socket--) {
      Region from = random.nextInt(3) == 0 ? pick(seen) : region;
      if (random.nextInt(5) == 0 && from.untriggered.size() > 1) {
        for (int i = 0; i < 3; i++) {
          List<String> source = pick(from.untriggered);
          drawing.wire(source.get(0), source.get(1), id, "in" + socket);
        }
      } else if (!from.values.isEmpty()) {
        List<String> source = pick(from.values);
        drawing.wire(source.get(0), source.get(1), id, "in" + socket);
        if (region != regions.getFirst() && from == region
            && (region.dependent.contains(source.get(0)) || region.loops.contains(source.get(0)))) {
          region.dependent.add(id);
          region.ofElement.add(id);
        }
      }
    }
  }

  /** An Output reads one value; one that is fired when a loop is done may read of its last element. */
  private void output(String id, Region region) {
    List<Region> inside = regions.stream().filter(other -> other != region && !other.ofElement.isEmpty()
        && around.get(other).size() == around.get(region).size() + 1
        && around.get(other).contains(region)).toList();
    if (!inside.isEmpty() && random.nextInt(3) == 0) {
      Region loop = pick(inside);
      // Takes back its triggers: what is stored at the source only does not count.
      drawing.node(id).putObject("inputs");
      drawing.wire(loop.loops.getFirst(), "done", id, "trigger")
          .wire(pick(loop.ofElement), "output", id, "input");
    } else if (!region.values.isEmpty()) {
      List<String> source = pick(region.values);
      drawing.wire(source.get(0), source.get(1), id, "input");
    }
  }

  private void loop(String id, Region region) {
    loops++;
    drawing.data(id).put("count", random.nextInt(4)).put("concurrency", 1 + random.nextInt(3));
    region.triggers.add(List.of(id, "done"));
    Region inside = new Region();
    inside.loops.add(id);
    inside.triggers.add(List.of(id, "each"));
    inside.values.add(List.of(id, "element"));
    inside.values.add(List.of(id, "index"));
    List<Region> seen = new ArrayList<>(around.get(region));
    seen.add(inside);
    around.put(inside, seen);
    regions.add(inside);
  }

  private void spell(String id, Region region) {
    RandomSpell child = new RandomSpell(random, 12, depth + 1);
    String name = "child " + random.nextLong();
    children.put(name, child);
    drawing.data(id).put("spell", name);
    for (int i = 1; i < 4; i++) {
      drawing.socket(id, "inputs", "in" + i, "in" + (i - 1), false);
    }
    for (String output : child.outputs) {
      drawing.socket(id, "outputs", output, output, false);
      region.values.add(List.of(id, output));
    }
    region.triggers.add(List.of(id, "trigger"));
  }
}
