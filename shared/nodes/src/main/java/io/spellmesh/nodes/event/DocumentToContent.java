package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.text.GrowingText;

/** Writes documents down as one text. */
public final class DocumentToContent implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> DOCUMENTS = Input.any("documents").of(SocketType.DOCUMENT);
  static final Output DONE = Output.trigger("trigger");
  static final Output CONTENT = Output.text("content");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("document-to-content", "Document to Content").group("Events")
        .help("Gives one text of what the documents say, each on a line of its own.")
        .in(TRIGGER, DOCUMENTS).out(DONE, CONTENT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    GrowingText text = new GrowingText();
    run.find(DOCUMENTS).filter(documents -> !documents.isNull()).ifPresent(documents ->
        Events.in(documents).forEach(document -> text.add(content(document)).add("\n")));
    return Result.of(CONTENT, text.asNode());
  }

  private static String content(JsonNode document) {
    return document.isObject() ? EventFields.find(document, "content").map(Values::text).orElse("")
        : Values.text(document);
  }
}
