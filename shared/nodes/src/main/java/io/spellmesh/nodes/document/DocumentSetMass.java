package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Many;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps many documents. */
public final class DocumentSetMass implements NodeType {
  static final Input<JsonNode> DOCUMENTS = Input.any("documents").of(SocketType.DOCUMENT).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text STORE_NAME = new Control.Text("store_name", "Store", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("document-set-mass", "Document Set Mass").group("Documents")
        .help("Keeps a list of documents, all or none: texts, or objects with title, description and content. A store "
            + "that is named on the card is made if it is not there.")
        .in(Shelf.STORE, DOCUMENTS, TRIGGER).out(DONE).control(STORE_NAME).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode documents = run.need(DOCUMENTS);
    if (documents.isEmpty() && !documents.isValueNode()) {
      return Result.nothing();
    }
    String name = run.control(STORE_NAME).strip();
    Optional<UUID> store = Shelf.wired(run)
        .or(() -> name.isEmpty() ? Optional.empty() : Optional.of(Shelf.named(run, name)));
    List<NewDocument> all = new ArrayList<>();
    for (JsonNode document : documents.isArray() ? documents : List.of(documents)) {
      all.add(Texts.asNew(document, store, run.key() + "/" + all.size()));
    }
    run.ask(Documents.SET_MANY, Texts.fitting(() -> new Many(all)));
    return Result.nothing();
  }
}
