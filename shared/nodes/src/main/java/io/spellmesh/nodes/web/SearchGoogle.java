package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.stream.Collectors;

/** Asks Google's Custom Search. @see <a href="https://developers.google.com/custom-search/v1/reference/rest">the API</a> */
public final class SearchGoogle implements NodeType {
  static final Input<String> QUERY = Input.text("query");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SUMMARY = Output.text("summary");
  static final Output LINKS = Output.text("links");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("search-google", "Search Google").group("Web")
        .help("Searches the web with Google, and gives what the pages found say, and their addresses, one a line.")
        .alias("Query Google")
        .in(QUERY, TRIGGER).out(DONE, SUMMARY, LINKS).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode found = Answers.json(run.http(
        HttpAsk.to("GET", "/customsearch/v1?q=" + Answers.encoded(run.need(QUERY))).by("google")));
    return Result.of(SUMMARY, lines(found, "snippet")).and(LINKS, lines(found, "link"));
  }

  private static TextNode lines(JsonNode found, String field) {
    return TextNode.valueOf(found.path("items").findValuesAsText(field).stream()
        .map(line -> line.replace("\n", " ").strip()).collect(Collectors.joining("\n")));
  }
}
