package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Gives a document back. */
public final class DocumentGet implements NodeType {
  static final Input<JsonNode> ID = Input.any("id").needed()
      .help("Which document, by id or as it was given.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.of("output", SocketType.DOCUMENT)
      .help("The document with its text.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("document-get", "Document Get").group("Documents")
        .help("Gives a document with all of its content, by its id or by what a search found of it.")
        .in(ID, TRIGGER).out(DONE, OUTPUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(OUTPUT, Texts.asObject(run.ask(Documents.GET, new Which(run.need(ID.as(Texts::id))))));
  }
}
