package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.DocumentStores.Store;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Finds a store of documents. */
public final class DocumentStoreGet implements NodeType {
  static final Input<JsonNode> NAME = Input.any("name").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.any("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("document-store-get", "Document Store Get").group("Documents")
        .help("Gives the document store of this name or id: its id, its name, and how many documents lie in it.")
        .in(NAME, TRIGGER).out(DONE, OUTPUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Store store = run.ask(DocumentStores.GET, Shelf.which(run.need(NAME)).orElseThrow(() ->
        new NodeFailure("got no name, needs the name or the id of a document store")));
    return Result.of(OUTPUT, JsonNodeFactory.instance.objectNode().put("id", store.id().toString())
        .put("name", store.name()).put("documents", store.documents()));
  }
}
