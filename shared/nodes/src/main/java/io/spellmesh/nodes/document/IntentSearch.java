package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Found;
import io.spellmesh.contract.document.Documents.Search;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;
import java.util.Optional;

/** Finds out which of the known intents is meant. */
public final class IntentSearch implements NodeType {
  static final Input<Double> THRESHOLD_IN = Input.number("threshold");
  static final Input<JsonNode> EMBEDDING = Input.any("embedding").of(SocketType.EMBEDDING).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Number THRESHOLD = new Control.Number("threshold", "Least nearness", 0.8, -1, 1);

  /** Of the documents that are intents. */
  private static final String INTENT = "intent";

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("intent-search", "Intent Search").group("Documents")
        .help("Gives what the document of the type 'intent' says that is nearest to the embedding, if it is as near as "
            + "the threshold; else nothing.")
        .in(THRESHOLD_IN, EMBEDDING, TRIGGER).out(DONE, OUTPUT).control(THRESHOLD).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    double least = run.find(THRESHOLD_IN).orElseGet(() -> run.control(THRESHOLD));
    List<Double> near = Texts.embedding(run.need(EMBEDDING)).orElseThrow(() ->
        new NodeFailure("got an embedding without numbers, needs one that was created of a text"));
    Found found = run.ask(Documents.SEARCH, Texts.fitting(() -> new Search(Optional.empty(), Optional.empty(),
        Optional.of(near), Optional.empty(), Optional.of(INTENT), Optional.of(least), Optional.empty(),
        Optional.of(1))));
    return found.items().isEmpty() ? Result.nothing()
        : Result.of(OUTPUT, TextNode.valueOf(found.items().getFirst().passage()));
  }
}
