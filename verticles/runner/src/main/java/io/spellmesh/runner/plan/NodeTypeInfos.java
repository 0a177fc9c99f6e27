package io.spellmesh.runner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.node.ControlInfo;
import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.contract.node.SocketInfo;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Values;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Node types as editors are told of them. */
public final class NodeTypeInfos {
  private NodeTypeInfos() {}

  /** In the order of palettes: by group, then by title. */
  public static List<NodeTypeInfo> of(List<NodeSpec> specs) {
    return sorted(specs.stream().map(NodeTypeInfos::info));
  }

  static List<NodeTypeInfo> sorted(Stream<NodeTypeInfo> infos) {
    return infos.sorted(Comparator.comparing(NodeTypeInfo::group).thenComparing(NodeTypeInfo::title)).toList();
  }

  private static NodeTypeInfo info(NodeSpec spec) {
    return new NodeTypeInfo(spec.type(), spec.title(), spec.group(), spec.help(),
        spec.aliases().stream().map(Alias::name).filter(name -> !name.equals(spec.title())).distinct().toList(),
        spec.inputs().stream().map(NodeTypeInfos::info).toList(),
        spec.outputs().stream().map(NodeTypeInfos::info).toList(),
        spec.controls().stream().map(NodeTypeInfos::info).toList(),
        spec.effect().name().toLowerCase(Locale.ROOT));
  }

  private static SocketInfo info(Input<?> input) {
    return new SocketInfo(input.key(), input.name(), input.type().saved(), input.required(), said(input.help()));
  }

  private static SocketInfo info(Output output) {
    return new SocketInfo(output.key(), output.name(), output.type().saved(), false, said(output.help()));
  }

  private static ControlInfo info(Control control) {
    return switch (control) {
      case Control.Text text -> plain(text, text.hasLines() ? "text" : "line",
          Optional.of(TextNode.valueOf(text.byDefault())));
      case Control.Number number -> new ControlInfo(number.key(), number.label(), "number",
          Optional.of(Values.number(number.byDefault())), List.of(), Optional.of(number.min()),
          Optional.of(number.max()), Optional.empty(), said(number.help()));
      case Control.Choice choice -> new ControlInfo(choice.key(), choice.label(), "choice",
          Optional.of(TextNode.valueOf(choice.byDefault())), choice.choices(), Optional.empty(),
          Optional.empty(), Optional.empty(), said(choice.help()));
      case Control.Toggle toggle -> plain(toggle, "toggle", Optional.of(BooleanNode.valueOf(toggle.byDefault())));
      case Control.Code code -> new ControlInfo(code.key(), code.label(), "code",
          Optional.of(TextNode.valueOf(code.byDefault())), List.of(), Optional.empty(), Optional.empty(),
          Optional.of(code.language()), said(code.help()));
      case Control.Json json -> plain(json, "json", json.byDefault());
      case Control.Sockets sockets -> plain(sockets, "sockets", Optional.empty());
    };
  }

  private static ControlInfo plain(Control control, String widget, Optional<JsonNode> byDefault) {
    return new ControlInfo(control.key(), control.label(), widget, byDefault, List.of(), Optional.empty(),
        Optional.empty(), Optional.empty(), said(control.help()));
  }

  private static Optional<String> said(String help) {
    return Optional.of(help).filter(sentence -> !sentence.isEmpty());
  }
}
