package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Edit;
import io.spellmesh.contract.document.Documents.Which;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Optional;
import java.util.UUID;

/** Changes a document. */
public final class DocumentEdit implements NodeType {
  static final Input<JsonNode> ID = Input.any("documentId").of(SocketType.STRING).needed()
      .help("Which document, by id or as it was given.");
  static final Input<String> TITLE = Input.text("title")
      .help("What it is called from now on.");
  static final Input<String> KEYWORDS = Input.text("keywords")
      .help("Words by which it is found as well.");
  static final Input<String> DESCRIPTION = Input.text("description")
      .help("What it is about, in a few words.");
  static final Input<String> CONTENT = Input.text("content")
      .help("Its new text.");
  static final Input<JsonNode> INCLUDED = Input.any("isIncluded").of(SocketType.BOOLEAN)
      .help("Whether searches find it.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("document-edit", "Document Edit").group("Documents")
        .help("Changes of a document what is wired, and leaves the rest. The description of a document that has none "
            + "beside its content is its content.")
        .in(ID, Shelf.STORE, TITLE, KEYWORDS, DESCRIPTION, CONTENT, INCLUDED, TRIGGER).out(DONE)
        .effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    UUID id = run.need(ID.as(Texts::id));
    Optional<UUID> store = Shelf.wired(run);
    Optional<String> description = run.find(DESCRIPTION);
    Optional<String> content = run.find(CONTENT);
    boolean isContent = description.isPresent() && content.isEmpty()
        && run.ask(Documents.GET, new Which(id)).description().isEmpty();
    run.ask(Documents.EDIT, Texts.fitting(() -> new Edit(id, store, run.find(TITLE),
        isContent ? Optional.empty() : description, run.find(KEYWORDS), isContent ? description : content,
        Optional.empty(), run.find(INCLUDED).map(Texts::isSo))));
    return Result.nothing();
  }
}
