package io.spellmesh.nodes.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** What two embeddings mean together that neither means alone. */
public final class ExtractRelationship implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> FIRST = Input.any("embedding1").of(SocketType.EMBEDDING);
  static final Input<JsonNode> SECOND = Input.any("embedding2").of(SocketType.EMBEDDING);
  static final Input<JsonNode> TOGETHER = Input.any("combinedEmbedding").of(SocketType.EMBEDDING);
  static final Output DONE = Output.trigger("trigger");
  static final Output EMBEDDING = Output.of("embedding", SocketType.EMBEDDING);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("extract-relationship", "Extract Relationship").group("Embeddings")
        .help("Gives the embedding of two texts together less those of each.")
        .in(TRIGGER, FIRST, SECOND, TOGETHER).out(DONE, EMBEDDING).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    Vector together = run.need(TOGETHER.as(Vector::of));
    Vector first = run.need(FIRST.as(Vector::of).as(together::alike));
    Vector second = run.need(SECOND.as(Vector::of).as(together::alike));
    ArrayNode rest = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < together.numbers().length; i++) {
      rest.add(together.numbers()[i] - (first.numbers()[i] + second.numbers()[i]));
    }
    return Result.of(EMBEDDING, rest);
  }
}
