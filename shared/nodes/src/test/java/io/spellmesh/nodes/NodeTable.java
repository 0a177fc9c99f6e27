package io.spellmesh.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of all node types, as shared/docs/nodes.md has it. */
final class NodeTable {
  /** The palette, in its order. */
  static final List<String> GROUPS = List.of("Input and output", "Spells", "Logic", "Loops", "Text", "Data", "Lists",
      "Numbers", "Models", "Tools", "Embeddings", "Chance", "Time", "People", "Code", "State", "Web", "Discord",
      "Ethereum", "Sources", "Variables", "Events", "Memory", "Documents", "Records", "Tasks", "Picture");

  private NodeTable() {}

  static String print(List<NodeSpec> specs) {
    StringBuilder page = new StringBuilder("""
        # Node types

        This page is written by a test, from the types themselves:
        `./mvnw -pl shared/nodes test -Dtest=NodeTableTest -Dnodes.table=write`.

        A socket is written `key type`, and a `!` after it says that the node cannot do without it; trigger \
        sockets come last. `→` leads from the key that older files have. What a person sets on the card is under \
        *card*, with its default. The effect says what may happen to a step that a crash broke off: PURE and \
        READ are done again, IDEMPOTENT too, since it is done once only under its key, UNSAFE is not. A type \
        that *waits* runs apart from the others of its run.
        """);
    for (String group : GROUPS) {
      page.append("\n## ").append(group).append("\n\n");
      page.append("| title | type | older names | in | out | card | effect | |\n");
      page.append("|---|---|---|---|---|---|---|---|\n");
      specs.stream().filter(spec -> spec.group().equals(group))
          .sorted(Comparator.comparing(NodeSpec::title, String.CASE_INSENSITIVE_ORDER))
          .forEach(spec -> page.append(row(spec)));
    }
    return page.toString();
  }

  private static String row(NodeSpec spec) {
    String names = spec.aliases().stream().map(alias -> name(spec, alias)).filter(name -> !name.isEmpty())
        .collect(Collectors.joining(", "));
    List<String> inputs = new ArrayList<>();
    spec.inputs().stream().filter(input -> !input.isTrigger()).forEach(input ->
        inputs.add("`" + input.key() + "` " + kind(input.type()) + (input.required() ? "!" : "")));
    spec.inputs().stream().filter(Input::isTrigger).forEach(input -> inputs.add("`" + input.key() + "`"));
    List<String> outputs = new ArrayList<>();
    spec.outputs().stream().filter(output -> !output.isTrigger()).forEach(output ->
        outputs.add("`" + output.key() + "` " + kind(output.type())));
    spec.outputs().stream().filter(Output::isTrigger).forEach(output ->
        outputs.add("`" + output.key() + "`"));
    List<String> card = new ArrayList<>();
    spec.controls().forEach(control -> {
      switch (control) {
        case Control.Sockets sockets when sockets.key().equals("inputs") -> inputs.add("added ones");
        case Control.Sockets sockets -> outputs.add("added ones");
        default -> card.add("`" + control.key() + "`" + byDefault(control));
      }
    });
    return "| " + String.join(" | ", spec.title(), "`" + spec.type() + "`", names, String.join(", ", inputs),
        String.join(", ", outputs), String.join(", ", card),
        spec.effect() + (spec.waits() ? ", waits" : ""), spec.help()) + " |\n";
  }

  private static String name(NodeSpec spec, Alias alias) {
    List<String> keys = new ArrayList<>();
    for (Map<String, String> sockets : List.of(alias.inputs(), alias.outputs())) {
      new TreeMap<>(sockets).forEach((old, today) -> keys.add("`" + old + "→" + today + "`"));
    }
    String shown = String.join(" ", keys);
    return alias.name().equals(spec.title()) ? shown : (alias.name() + " " + shown).strip();
  }

  private static String kind(SocketType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String byDefault(Control control) {
    String value = switch (control) {
      case Control.Text text -> text.byDefault();
      case Control.Code code -> code.byDefault();
      case Control.Number number -> Math.abs(number.byDefault()) >= 1e9 ? ""
          : Values.number(number.byDefault()).asText();
      case Control.Choice choice -> choice.byDefault();
      case Control.Toggle toggle -> Boolean.toString(toggle.byDefault());
      case Control.Json json -> json.byDefault().map(JsonNode::toString).orElse("");
      case Control.Sockets sockets -> "";
    };
    String shown = value.replace("\n", "↵").replace("|", "\\|");
    return shown.isBlank() ? "" : " " + (shown.length() > 40 ? shown.substring(0, 40) + "…" : shown);
  }
}
