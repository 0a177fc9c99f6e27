package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.ArrayList;
import java.util.List;

/** Asks Metaphor's search. @see <a href="https://docs.exa.ai/reference/search">the API, by its later name</a> */
public final class SearchMetaphor implements NodeType {
  static final Input<String> QUERY = Input.text("query");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULTS = Output.of("results", SocketType.ARRAY);
  static final Output MESSAGE = Output.text("message");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("search-metaphor", "Search Metaphor").group("Web")
        .help("Searches the web with Metaphor, and gives the pages found, and their titles and addresses, one a line.")
        .in(QUERY, TRIGGER).out(DONE, RESULTS, MESSAGE).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode found = Answers.json(run.http(HttpAsk.to("POST", "/search").with(JsonNodeFactory.instance.objectNode()
        .put("query", run.need(QUERY)).put("numResults", 10).put("useAutoprompt", true)).by("metaphor")));
    List<String> lines = new ArrayList<>();
    found.path("results").forEach(page -> lines.add(page.path("title").asText() + " " + page.path("url").asText()));
    return Result.of(RESULTS, found.path("results").deepCopy())
        .and(MESSAGE, TextNode.valueOf(String.join("\n", lines)));
  }
}
