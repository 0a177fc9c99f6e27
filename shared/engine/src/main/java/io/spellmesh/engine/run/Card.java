package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.NodeSettings;
import io.spellmesh.engine.plan.PlanNode;
import java.util.Optional;

/** A node's saved data, as its type declares it. */
abstract class Card implements NodeSettings {
  private final ObjectNode data;

  Card(PlanNode node) {
    data = node.data();
  }

  @Override
  public ObjectNode data() {
    return data;
  }

  @Override
  public String control(Control.Text control) {
    return Controls.read(data(), control);
  }

  @Override
  public double control(Control.Number control) {
    return Controls.read(data(), control);
  }

  @Override
  public String control(Control.Choice control) {
    return Controls.read(data(), control);
  }

  @Override
  public boolean control(Control.Toggle control) {
    return Controls.read(data(), control);
  }

  @Override
  public String control(Control.Code control) {
    return Controls.read(data(), control);
  }

  @Override
  public Optional<JsonNode> control(Control.Json control) {
    return Controls.read(data(), control);
  }
}
