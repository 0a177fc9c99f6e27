package io.spellmesh.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Sample;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.spell.StoredGraph;
import io.spellmesh.engine.spell.StoredNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeCatalogTest {
  @Test
  void findsATypeByEveryNameItHad() {
    NodeCatalog catalog =
        NodeCatalog.of(List.of(type(NodeSpec.of("new-name", "New Name").alias("Old Name"))));

    for (String name : List.of("new-name", "New Name", "Old Name")) {
      assertEquals(Optional.of("new-name"), catalog.find(saved(name)).map(found -> found.spec().type()));
    }
    assertEquals(Optional.empty(), catalog.find(saved("new name")));
    assertEquals(1, catalog.specs().size());
  }

  @Test
  void tellsTwoTypesOfOneNameApartByTheSavedNode() {
    NodeCatalog catalog = NodeCatalog.of(List.of(
        type(NodeSpec.of("event-input", "Input").alias(Alias.of("Input").when(saved -> saved.at("/data/event")
            .asBoolean()))),
        type(NodeSpec.of("plain-input", "Input"))));
    StoredNode event = saved("Input");
    event.data().put("event", true);

    assertEquals("event-input", catalog.find(event).orElseThrow().spec().type());
    assertEquals("plain-input", catalog.find(saved("Input")).orElseThrow().spec().type());
  }

  @Test
  void knowsTheOldKeysOfATypeSavedUnderItsTitle() {
    NodeCatalog catalog = NodeCatalog.of(List.of(type(NodeSpec.of("echo", "Echo")
        .alias(Alias.of("Echo").withInputs(Map.of("string", "input"))))));

    assertEquals(Map.of("string", "input"), catalog.find(saved("Echo")).orElseThrow().alias().inputs());
  }

  @Test
  void refusesTwoTypesOfOneCanonicalName() {
    List<NodeType> types = List.of(type(NodeSpec.of("echo", "A")), type(NodeSpec.of("echo", "B")));

    assertEquals("two node types are called 'echo'",
        assertThrows(IllegalArgumentException.class, () -> NodeCatalog.of(types)).getMessage());
  }

  private static NodeType type(NodeSpec.Builder spec) {
    return new Sample(spec.build(), run -> Result.nothing());
  }

  private static StoredNode saved(String name) {
    Drawing drawing = new Drawing();
    drawing.add(name);
    return StoredGraph.of(drawing.graph()).nodes().getFirst();
  }
}
