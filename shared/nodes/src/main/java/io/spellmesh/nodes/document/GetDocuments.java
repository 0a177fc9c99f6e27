package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Search;
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
import java.util.Optional;

/** Gives documents of a type, those near an embedding first. */
public final class GetDocuments implements NodeType {
  static final Input<JsonNode> EMBEDDING = Input.any("embedding").of(SocketType.EMBEDDING)
      .help("With it, those whose meaning is nearest come first; without, the newest.");
  static final Input<String> TYPE_IN = Input.text("type")
      .help("Only documents of this type. Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DOCUMENTS = Output.of("documents", SocketType.DOCUMENT)
      .help("The documents that were found.");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text TYPE = new Control.Text("type", "Type of document", "")
      .help("Only documents of this type.");
  static final Control.Number COUNT = new Control.Number("max_count", "How many", 6, 1, Documents.MOST_FOUND)
      .help("As many as are given at most.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("get-documents", "Get Documents").group("Documents")
        .help("Gives the passages of documents of the type that are nearest to the embedding, or without one the "
            + "newest. No type means any.")
        .in(EMBEDDING, TYPE_IN, TRIGGER).out(DOCUMENTS, DONE).control(TYPE, COUNT)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<String> type = Optional.of(run.find(TYPE_IN).filter(text -> !text.isBlank())
        .orElseGet(() -> run.control(TYPE)).strip()).filter(text -> !text.isEmpty());
    Optional<List<Double>> near = run.find(EMBEDDING).flatMap(Texts::embedding);
    return Result.of(DOCUMENTS, Texts.asList(run.ask(Documents.SEARCH, Texts.fitting(() -> new Search(
        Optional.empty(), Optional.empty(), near, Optional.empty(), type, Optional.empty(), Optional.empty(),
        Optional.of((int) run.control(COUNT)))))));
  }
}
