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

/** Finds passages of documents by their meaning alone. */
public final class VectorSearch implements NodeType {
  static final Input<String> INPUT = Input.text("input")
      .help("A text; documents that mean the like are found, whatever their words.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.of("output", SocketType.DOCUMENT)
      .help("The passages that were found, the nearest first.");
  static final Control.Number COUNT = new Control.Number("max_count", "How many", 10, 1, Documents.MOST_FOUND)
      .help("As many as are given at most.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("vector-search", "Vector Search").group("Documents")
        .help("Gives the passages of documents that mean something like the text, whatever their words, the nearest "
            + "first.")
        .in(INPUT, TRIGGER).out(DONE, OUTPUT).control(COUNT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = run.need(INPUT);
    return Result.of(OUTPUT, Texts.asList(run.ask(Documents.SEARCH, Texts.fitting(() -> new Search(Optional.of(text),
        Optional.of(By.NEARNESS), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of((int) run.control(COUNT)))))));
  }
}
