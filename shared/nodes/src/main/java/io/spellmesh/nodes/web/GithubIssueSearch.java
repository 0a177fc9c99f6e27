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
import io.spellmesh.engine.node.SocketType;
import java.util.ArrayList;
import java.util.List;

/** Searches issues. @see <a href="https://docs.github.com/rest/search/search#search-issues-and-pull-requests">the API</a> */
public final class GithubIssueSearch implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Input<String> QUERY = Input.text("query");
  static final Output OBJECT = Output.of("object", SocketType.OBJECT);
  static final Output OUTPUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("github-issue-search", "Github Issue Search").group("Web")
        .help("Searches the issues on GitHub, and gives title and address of each that is found, one a line.")
        .in(TRIGGER, QUERY).out(DONE, OBJECT, OUTPUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode found = Answers.json(run.http(HttpAsk.to("GET", "/search/issues?q=" + Answers.encoded(run.need(QUERY)))
        .with("Accept", "application/vnd.github+json").by("github")));
    List<String> lines = new ArrayList<>();
    found.path("items").forEach(issue ->
        lines.add(issue.path("title").asText() + " " + issue.path("html_url").asText()));
    return Result.of(OBJECT, found).and(OUTPUT, TextNode.valueOf(String.join("\n", lines)));
  }
}
