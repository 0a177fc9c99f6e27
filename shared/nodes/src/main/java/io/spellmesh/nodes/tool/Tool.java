package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.engine.node.NodeRun;

/** What a model may call. */
interface Tool {

  /** As the model sees it. */
  Completions.Tool seen();

  /** @throws io.spellmesh.engine.node.NodeFailure or {@link io.spellmesh.contract.Failure} in words for the model */
  String call(NodeRun run, ObjectNode arguments);
}
