package io.spellmesh.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A large graph of the types of this room, wired without regard to what fits: bodies get what they do not want,
 * and fail. What it gives does not depend on the schedule: every failure is handled where it happens, no socket
 * has two sources, and what comes of a loop is read when the loop is done.
 */
final class RandomGraph {
  private static final List<String> WORDS = List.of("a", "b, c", "hello there. How are you?",
      "[1,2,{\"a\":3}]", "7", "-2.5", "", "{\"a\":{\"b\":[null]}}", "true", "x".repeat(300), "🧙", "2026-11-22");
  private static final int DEEPEST = 3;

  /** The whole, or what hangs on a loop. Nodes read what is around them. */
  private static final class Region {
    final Optional<Region> around;
    final List<List<String>> triggers = new ArrayList<>();
    final List<List<String>> values = new ArrayList<>();

    Region(Optional<Region> around) {
      this.around = around;
    }

    int depth() {
      return around.map(outer -> outer.depth() + 1).orElse(0);
    }
  }

  private final Random random;
  private final Drawing drawing = new Drawing();
  private final List<NodeSpec> plain;
  private final List<NodeSpec> loops;
  private final List<Region> regions = new ArrayList<>();

  RandomGraph(long seed, int size) {
    random = new Random(seed);
    List<NodeSpec> specs = NodeTypesTest.types().stream().map(NodeType::spec)
        .filter(spec -> spec.effect() == Effect.PURE && SpellFiles.runsAlone(spec))
        .filter(spec -> !spec.group().equals("Picture") && !spec.group().equals("People")).toList();
    // What an Exclusive Gate gives hangs on the trigger that came, and none comes if it is pulled first.
    plain = specs.stream().filter(spec -> spec.role() instanceof Role.Plain
        && !spec.type().equals("exclusive-gate")).toList();
    loops = specs.stream().filter(spec -> spec.role() instanceof Role.Loop).toList();
    Region root = new Region(Optional.empty());
    regions.add(root);
    root.triggers.add(List.of(drawing.add("Trigger In"), "trigger"));
    for (int i = 0; i < size; i++) {
      add(pick(regions));
    }
    for (int i = 0; i < size / 4; i++) {
      output(pick(regions));
    }
    output(root.triggers.get(0), root.values.get(0));
  }

  ObjectNode graph() {
    return drawing.graph();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void add(Region region) {
    int kind = random.nextInt(20);
    if (kind == 0 && region.depth() < DEEPEST && regions.size() < 6) {
      loop(region);
    } else if (kind == 1) {
      String id = drawing.add("Wait For All");
      for (int i = 0; i < 2; i++) {
        trigger(id, "t" + i, region);
      }
      region.triggers.add(List.of(id, "default"));
    } else if (kind < 6) {
      add(pick(List.of("Delay", "Delay", "String Variable", "Number Variable", "JSON To Object")), region);
    } else {
      add(pick(plain).title(), region);
    }
  }

  private String add(String title, Region region) {
    NodeSpec spec = spec(title);
    String id = drawing.add(title);
    set(id, spec);
    for (Input<?> input : spec.inputs()) {
      if (input.isTrigger() && random.nextInt(4) > 0) {
        trigger(id, input.key(), region);
      } else if (!input.isTrigger() && random.nextInt(4) > 0) {
        read(id, input.key(), region);
      }
    }
    handle(id, region);
    for (Output output : spec.outputs()) {
      (output.isTrigger() ? region.triggers : region.values).add(List.of(id, output.key()));
    }
    return id;
  }

  private static NodeSpec spec(String title) {
    return NodeTypesTest.types().stream().map(NodeType::spec).filter(spec -> spec.title().equals(title))
        .findFirst().orElseThrow();
  }

  /** A trigger output called error may be added to every node. */
  private void handle(String id, Region region) {
    drawing.socket(id, "outputs", "error", "error", true);
    String handler = drawing.add("Log");
    drawing.wire(id, "error", handler, "trigger").wire(id, "message", handler, "string");
    region.triggers.add(List.of(handler, "trigger"));
  }

  private void set(String id, NodeSpec spec) {
    for (Control control : spec.controls()) {
      if (random.nextInt(3) > 0) {
        switch (control) {
          case Control.Text text -> drawing.data(id).put(text.key(), pick(WORDS));
          case Control.Code code -> drawing.data(id).put(code.key(), pick(WORDS));
          case Control.Number number -> drawing.data(id).put(number.key(),
              Math.clamp(random.nextInt(-5, 20), number.min(), number.max()));
          case Control.Choice choice -> drawing.data(id).put(choice.key(), pick(choice.choices()));
          case Control.Toggle toggle -> drawing.data(id).put(toggle.key(), random.nextBoolean());
          case Control.Json json -> drawing.data(id).put(json.key(), pick(WORDS));
          case Control.Sockets sockets -> addSockets(id, sockets);
        }
      }
    }
  }

  private void addSockets(String id, Control.Sockets sockets) {
    for (int i = 0; i < 2; i++) {
      drawing.socket(id, sockets.key(), "added" + i, "a" + i, sockets.type() == SocketType.TRIGGER);
    }
  }

  private void trigger(String id, String socket, Region region) {
    List<String> from = trigger(region);
    drawing.wire(from.get(0), from.get(1), id, socket);
  }

  /** Half of them fire at once, because many of the others never do. */
  private List<String> trigger(Region region) {
    return random.nextBoolean() ? region.triggers.get(0) : pick(region.triggers);
  }

  private void read(String id, String socket, Region region) {
    Region from = region;
    while (from.around.isPresent() && random.nextInt(3) == 0) {
      from = from.around.get();
    }
    if (!from.values.isEmpty()) {
      List<String> source = pick(from.values);
      drawing.wire(source.get(0), source.get(1), id, socket);
    }
  }

  private void loop(Region region) {
    NodeSpec spec = pick(loops);
    String id = drawing.add(spec.title());
    Role.Loop role = (Role.Loop) spec.role();
    drawing.data(id).put("recursionTimes", 3).put("concurrency", 1 + random.nextInt(3));
    trigger(id, spec.inputs().stream().filter(Input::isTrigger).findFirst().orElseThrow().key(), region);
    String list = drawing.add("Array Variable");
    drawing.data(list).put("_var", "a,b,c");
    spec.inputs().stream().filter(input -> !input.isTrigger()).findFirst()
        .ifPresent(input -> drawing.wire(list, "output", id, input.key()));
    region.triggers.add(List.of(id, role.done().key()));
    Region inside = new Region(Optional.of(region));
    inside.triggers.add(List.of(id, role.each().key()));
    inside.values.add(List.of(id, role.element().key()));
    regions.add(inside);
    String last = add("Cast", inside);
    String collector = drawing.add("Aggregate");
    drawing.wire(last, "output", collector, "input").wire(id, role.done().key(), collector, "trigger");
    output(List.of(collector, "trigger"), List.of(collector, "output"));
  }

  private void output(Region region) {
    if (!region.values.isEmpty()) {
      output(trigger(region), pick(region.values));
    }
  }

  private void output(List<String> trigger, List<String> value) {
    String id = drawing.add("Output");
    drawing.data(id).put("name", "out" + id);
    drawing.wire(trigger.get(0), trigger.get(1), id, "trigger")
        .wire(value.get(0), value.get(1), id, "input");
  }
}
