package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places a text in a space where what is alike is near. */
public final class CreateTextEmbedding implements NodeType {
  static final Input<String> INPUT = Input.text("input")
      .help("The text whose meaning is to become numbers.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output EMBEDDING = Output.of("embedding", SocketType.EMBEDDING)
      .help("A list of numbers; texts that mean the same have such that lie near each other.");
  static final Control.Text MODEL = new Control.Text("model", "Embedding model", "")
      .help("The model that reckons it. Those of two models cannot be compared.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("create-text-embedding", "Create Text Embedding").group("Models")
        .help("Gives the embedding of the text: a list of numbers that is near those of texts alike. Empty text "
            + "has none.")
        .alias(Alias.of("Create Embedding").withInputs(Map.of("content", "input")))
        .in(INPUT, TRIGGER).out(DONE, EMBEDDING).control(MODEL).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<String> text = run.find(INPUT).filter(given -> !given.isBlank());
    if (text.isEmpty()) {
      return Result.nothing();
    }
    ArrayNode embedding = JsonNodeFactory.instance.arrayNode();
    Model.embeddings(run, List.of(text.get()), Optional.of(run.control(MODEL)).filter(name -> !name.isBlank()))
        .getFirst().forEach(embedding::add);
    return Result.of(EMBEDDING, embedding);
  }
}
