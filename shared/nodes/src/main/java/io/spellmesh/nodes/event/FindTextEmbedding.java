package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.EmbeddingOf;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;
import java.util.Optional;

/** Finds where a text was placed before, which costs nothing, unlike placing it anew. */
public final class FindTextEmbedding implements NodeType {
  static final Input<String> CONTENT = Input.text("content");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output SUCCESS = Output.trigger("success");
  static final Output FAILURE = Output.trigger("failure");
  static final Output EMBEDDING = Output.of("embedding", SocketType.EMBEDDING);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("find-text-embedding", "Find Text Embedding").group("Memory")
        .help("Gives the embedding with which exactly this text was stored last and fires 'success', or fires "
            + "'failure' if there is none.")
        .alias("Get Cached Embedding")
        .in(CONTENT, TRIGGER).out(SUCCESS, FAILURE, EMBEDDING).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<List<Double>> known = run.find(CONTENT).filter(text -> !text.isBlank()).flatMap(text ->
        run.ask(Events.EMBEDDING, Said.fitting(() -> new EmbeddingOf(text))).embedding());
    if (known.isEmpty()) {
      return Result.fire(FAILURE);
    }
    ArrayNode embedding = JsonNodeFactory.instance.arrayNode();
    known.get().forEach(embedding::add);
    return Result.of(EMBEDDING, embedding).firing(SUCCESS.key());
  }
}
