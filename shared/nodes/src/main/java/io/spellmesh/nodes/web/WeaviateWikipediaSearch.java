package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Asks a Weaviate that holds Wikipedia. @see <a href="https://docs.weaviate.io/weaviate/api/graphql/get">its Get</a> */
public final class WeaviateWikipediaSearch implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> KEYWORD = Input.text("keyword");
  static final Output SUCCESS = Output.trigger("success");
  static final Output ERROR = Output.trigger("error");
  static final Output RESULT = Output.any("result");
  static final Control.Number LIMIT = new Control.Number("limit", "Paragraphs", 3, 1, 50);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("weaviate-wikipedia-search", "Weaviate Wikipedia Search").group("Web")
        .help("Gives the paragraphs of Wikipedia that are nearest in meaning, and fires 'error' if there is none.")
        .in(TRIGGER, KEYWORD).out(SUCCESS, ERROR, RESULT).control(LIMIT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    // A JSON text is a GraphQL text, whatever is in it.
    String query = "{ Get { Paragraph(nearText: {concepts: [" + TextNode.valueOf(run.need(KEYWORD)) + "]}, limit: "
        + (int) run.control(LIMIT) + ") { title content } } }";
    JsonNode answer = Answers.json(run.http(HttpAsk.to("POST", "/v1/graphql")
        .with(JsonNodeFactory.instance.objectNode().put("query", query)).by("weaviate")));
    JsonNode mistakes = answer.path("errors");
    if (!mistakes.isEmpty()) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was refused: " + mistakes.get(0).path("message").asText());
    }
    JsonNode found = answer.at("/data/Get/Paragraph");
    return found.isEmpty() ? Result.fire(ERROR) : Result.of(RESULT, found).firing(SUCCESS.key());
  }
}
