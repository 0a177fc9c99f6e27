package io.spellmesh.nodes.web;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Looks a page of Wikipedia up. @see <a href="https://en.wikipedia.org/api/rest_v1/">the API</a> */
public final class WikipediaSummary implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> KEYWORD = Input.text("keyword");
  static final Output SUCCESS = Output.trigger("success");
  static final Output ERROR = Output.trigger("error");
  static final Output RESULT = Output.any("result");

  private static final int NOT_FOUND = 404;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("wikipedia-summary", "Get Wikipedia Summary").group("Web")
        .help("Gives the beginning of the page of Wikipedia with this title, and fires 'error' if there is none.")
        .in(TRIGGER, KEYWORD).out(SUCCESS, ERROR, RESULT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String title = run.need(KEYWORD).strip().replace(' ', '_');
    HttpAnswer answer = run.http(HttpAsk.to("GET", "/api/rest_v1/page/summary/" + Answers.encoded(title))
        .with("Accept", "application/json").by("wikipedia"));
    if (answer.status() == NOT_FOUND) {
      return Result.fire(ERROR);
    }
    return Result.of(RESULT, Answers.json(answer).path("extract").deepCopy()).firing(SUCCESS.key());
  }
}
