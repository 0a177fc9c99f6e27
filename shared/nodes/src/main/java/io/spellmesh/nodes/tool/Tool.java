package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.SpellCall;
import java.util.Optional;

/** What a model may call. */
interface Tool {

  /** As the model sees it. */
  Completions.Tool seen();

  /** The spell that the engine is to run in place of a call. @param kept what the body wants to be told again */
  default Optional<SpellCall> spell(ObjectNode arguments, JsonNode kept) {
    return Optional.empty();
  }

  /** @throws io.spellmesh.engine.node.NodeFailure or {@link io.spellmesh.contract.Failure} in words for the model */
  String call(NodeRun run, ObjectNode arguments);
}
