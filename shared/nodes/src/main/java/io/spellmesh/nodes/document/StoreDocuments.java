package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps a text as a document of a type, with its embedding. */
public final class StoreDocuments implements NodeType {
  static final Input<String> CONTENT = Input.text("content");
  static final Input<JsonNode> EMBEDDING = Input.any("embedding").of(SocketType.EMBEDDING);
  static final Input<JsonNode> DATE = Input.any("date").of(SocketType.STRING);
  static final Input<String> TYPE_IN = Input.text("type");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text TYPE = new Control.Text("type", "Type of document", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("store-documents", "Store Documents").group("Documents")
        .help("Keeps a text as a document of the type. With an embedding it is found where that lies, without one "
            + "where the model that is set up places it. Nothing is kept of nothing.")
        .in(CONTENT, EMBEDDING, DATE, TYPE_IN, TRIGGER).out(DONE).control(NAME, TYPE)
        .effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<String> content = run.find(CONTENT).filter(text -> !text.isBlank());
    if (content.isEmpty()) {
      return Result.nothing();
    }
    Optional<String> type = Optional.of(run.find(TYPE_IN).filter(text -> !text.isBlank())
        .orElseGet(() -> run.control(TYPE)).strip()).filter(text -> !text.isEmpty());
    Optional<Instant> date = run.find(DATE).filter(value -> !Values.text(value).isBlank()).map(Texts::date);
    Optional<List<Double>> embedding = run.find(EMBEDDING).flatMap(Texts::embedding);
    run.ask(Documents.SET, Texts.fitting(() -> new NewDocument(Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), content.get(), type, Optional.empty(), date, embedding, Optional.of(run.key()))));
    return Result.nothing();
  }
}
