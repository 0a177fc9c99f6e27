package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import io.spellmesh.engine.node.SocketType;
import java.util.Locale;

/** Reads a feed, RSS 2.0 or Atom. */
public final class RssGet implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.of("output", SocketType.ARRAY);
  static final Control.Text FEED = new Control.Text("feedUrl", "Feed", "");
  static final Control.Text TO_DOCUMENT = new Control.Text("toDocument", "To document (of old)", "");
  static final Control.Text FETCH_WAY = new Control.Text("fetchWay", "All or the newest", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("rss-get", "RSS Get").group("Web")
        .help("Reads a feed, RSS or Atom, and gives its entries with title, link, date and content.")
        .in(TRIGGER).out(DONE, OUTPUT).control(FEED, TO_DOCUMENT, FETCH_WAY).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String url = run.control(FEED).strip();
    if (url.isEmpty()) {
      throw new NodeFailure("has no feed, needs its address, such as https://example.org/feed.xml");
    }
    ArrayNode entries = Feed.entries(Answers.good(run.http(HttpAsk.to("GET", url))).text());
    if (run.control(FETCH_WAY).strip().toLowerCase(Locale.ROOT).contains("new") && entries.size() > 1) {
      return Result.of(OUTPUT, JsonNodeFactory.instance.arrayNode().add(entries.get(0)));
    }
    return Result.of(OUTPUT, entries);
  }
}
