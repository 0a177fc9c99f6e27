package io.spellmesh.nodes.chance;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Gives an id that nothing else has. */
public final class UuidGenerator implements NodeType {
  static final Output ID = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("uuid-generator", "UUID Generator").group("Chance")
        .help("Gives a UUID of its own in every run, and in every round of a loop. It is no secret.")
        .out(ID).effect(Effect.PURE).build();
  }

  /** Named after the step, and not random, so that a step that is repeated gives the same id. */
  @Override
  public Result run(NodeRun run) {
    UUID id = UUID.nameUUIDFromBytes(run.key().getBytes(StandardCharsets.UTF_8));
    return Result.of(ID, TextNode.valueOf(id.toString()));
  }
}
