package io.spellmesh.nodes.document;

import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.By;
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
import java.util.Optional;
import java.util.UUID;

/** Finds passages of documents by their words and by their meaning. */
public final class SearchDocuments implements NodeType {
  static final Input<String> TEXT = Input.text("searchStr").named("text")
      .help("What is looked for: documents that have its words, and such that mean the like.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.of("output", SocketType.DOCUMENT)
      .help("The passages that were found, the best first.");
  static final Control.Number COUNT = new Control.Number("max_count", "How many", 10, 1, Documents.MOST_FOUND)
      .help("As many as are given at most.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("search-documents", "Search Documents").group("Documents")
        .help("Gives passages of documents that have words of the text or mean something like it, the best first; of "
            + "one store, if one is wired.")
        .in(TEXT, Shelf.STORE, TRIGGER).out(DONE, OUTPUT).control(COUNT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<UUID> store = Shelf.wired(run);
    String text = run.need(TEXT);
    return Result.of(OUTPUT, Texts.asList(run.ask(Documents.SEARCH, Texts.fitting(() -> new Search(Optional.of(text),
        Optional.of(By.BOTH), Optional.empty(), store, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of((int) run.control(COUNT)))))));
  }
}
