package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a person set on a node. */
public interface NodeSettings {

  /** The node's saved data. Not to be changed. */
  ObjectNode data();

  String control(Control.Text control);

  /** @throws NodeFailure if the saved value is not a number in range */
  double control(Control.Number control);

  /** @throws NodeFailure if the saved value is none of the choices */
  String control(Control.Choice control);

  boolean control(Control.Toggle control);

  String control(Control.Code control);

  Optional<JsonNode> control(Control.Json control);
}
