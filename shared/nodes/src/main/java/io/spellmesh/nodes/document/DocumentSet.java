package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;

/** Keeps a document. */
public final class DocumentSet implements NodeType {
  static final Input<String> TITLE = Input.text("title")
      .help("What it is called.");
  static final Input<String> DESCRIPTION = Input.text("description")
      .help("What it is about, in a few words.");
  static final Input<String> CONTENT = Input.text("content")
      .help("Its text, which is what is searched.");
  static final Input<JsonNode> INCLUDED = Input.any("isIncluded").of(SocketType.BOOLEAN)
      .help("Whether searches find it; they do unless this says false.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.of("output", SocketType.DOCUMENT)
      .help("The document with the id it was given.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("document-set", "Document Set").group("Documents")
        .help("Keeps a document, in a store or in none. Without a content, the description is what it says. One that "
            + "is not included is not found by a search.")
        .in(Shelf.STORE, TITLE, DESCRIPTION, CONTENT, INCLUDED, TRIGGER).out(DONE, OUTPUT)
        .effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    for (Input<String> field : List.of(TITLE, DESCRIPTION, CONTENT)) {
      run.find(field).ifPresent(value -> text.put(field.key(), value));
    }
    run.find(INCLUDED).ifPresent(value -> text.set(INCLUDED.key(), value));
    NewDocument document = Texts.asNew(text, Shelf.wired(run), run.key());
    return Result.of(OUTPUT, Texts.asObject(run.ask(Documents.SET, document)));
  }
}
