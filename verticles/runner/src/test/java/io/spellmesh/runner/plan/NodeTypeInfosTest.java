package io.spellmesh.runner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.Wire;
import io.spellmesh.contract.node.ControlInfo;
import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.contract.node.SocketInfo;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NodeTypeInfosTest {

  @Test
  void tellTextsOfOneLineFromThoseOfSeveral() {
    NodeSpec spec = NodeSpec.of("letter", "Letter").control(new Control.Text("to", "To", ""),
        new Control.Text("text", "Text", "Dear").withLines()).build();

    assertEquals(Map.of("to", "line", "text", "text"), widgets(spec));
    assertEquals("\"Dear\"", NodeTypeInfos.of(List.of(spec)).getFirst().controls().getLast().defaultValue()
        .orElseThrow().toString());
  }

  @Test
  void haveALineForEveryNameThatThereIs() {
    List<NodeSpec> named = NodeCatalog.installed().specs().stream()
        .filter(spec -> spec.controls().stream().anyMatch(control -> control.key().equals("name"))).toList();

    assertEquals(List.of("line"), named.stream().map(spec -> widgets(spec).get("name")).distinct().toList());
  }

  @Test
  void sayWhatSocketsAndControlsAreForWhereTheTypeDoes() {
    NodeTypeInfo info = NodeTypeInfos.of(List.of(NodeSpec.of("letter", "Letter")
        .in(Input.text("to").help("Who gets it."), Input.text("text")).out(Output.any("sent").help("When it went."))
        .control(new Control.Number("stamps", "Stamps", 1, 0, 9).help("How many are put on it."),
            new Control.Toggle("fast", "Fast", false)).build())).getFirst();

    assertEquals(List.of(Optional.of("Who gets it."), Optional.empty()),
        info.inputs().stream().map(SocketInfo::help).toList());
    assertEquals(Optional.of("When it went."), info.outputs().getFirst().help());
    assertEquals(List.of(Optional.of("How many are put on it."), Optional.empty()),
        info.controls().stream().map(ControlInfo::help).toList());
    assertEquals(info.inputs(), Wire.read(Wire.bytes(info), NodeTypeInfo.class).inputs());
  }

  private static Map<String, String> widgets(NodeSpec spec) {
    return NodeTypeInfos.of(List.of(spec)).getFirst().controls().stream()
        .collect(Collectors.toMap(ControlInfo::key, ControlInfo::widget));
  }
}
