package io.spellmesh.runner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.node.ControlInfo;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.List;
import java.util.Map;
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

  private static Map<String, String> widgets(NodeSpec spec) {
    return NodeTypeInfos.of(List.of(spec)).getFirst().controls().stream()
        .collect(Collectors.toMap(ControlInfo::key, ControlInfo::widget));
  }
}
