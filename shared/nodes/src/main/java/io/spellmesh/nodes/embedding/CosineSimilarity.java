package io.spellmesh.nodes.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/** How much two embeddings point the same way. */
public final class CosineSimilarity implements NodeType {
  static final Input<JsonNode> FIRST = Input.any("embeddingA").of(SocketType.EMBEDDING)
      .help("A list of numbers, such as Create Text Embedding gives.");
  static final Input<JsonNode> SECOND = Input.any("embeddingB").of(SocketType.EMBEDDING)
      .help("One of the same model, which has as many numbers.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SIMILARITY = Output.of("similarity", SocketType.NUMBER)
      .help("1 where both mean the same, about 0 where they have nothing to do with each other.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("cosine-similarity", "Cosine Similarity").group("Embeddings")
        .help("Gives how alike two embeddings are: 1 is the same way, 0 is nothing in common, -1 the other "
            + "way.")
        .in(FIRST, SECOND, TRIGGER).out(DONE, SIMILARITY).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    Vector first = run.need(FIRST.as(Vector::of));
    Vector second = run.need(SECOND.as(Vector::of).as(first::alike));
    double lengths = Math.sqrt(first.times(first)) * Math.sqrt(second.times(second));
    double cosine = lengths == 0 ? 0 : first.times(second) / lengths;
    return Result.of(SIMILARITY, Values.number(Math.clamp(cosine, -1, 1)));
  }
}
