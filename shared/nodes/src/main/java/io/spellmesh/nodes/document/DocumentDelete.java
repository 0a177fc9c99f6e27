package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Which;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.UUID;

/** Takes a document away. */
public final class DocumentDelete implements NodeType {
  static final Input<JsonNode> ID = Input.any("docId").of(SocketType.STRING).needed()
      .help("Which document, by id or as it was given.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("document-delete", "Document Delete").group("Documents")
        .help("Takes a document away, by its id or as it was found. One that is gone already is no mistake.")
        .in(ID, TRIGGER).out(DONE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    UUID id = run.need(ID.as(Texts::id));
    try {
      run.ask(Documents.DELETE, new Which(id));
    } catch (Failure failure) {
      if (failure.code() != FailureCode.NOT_FOUND) {
        throw failure;
      }
      run.log("info", "there was no such document");
    }
    return Result.nothing();
  }
}
