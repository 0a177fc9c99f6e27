package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a feed, RSS 2.0 or Atom. */
public final class RssGet implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.of("output", SocketType.ARRAY);
  static final Control.Text FEED = new Control.Text("feedUrl", "Feed", "");
  static final Control.Text TO_DOCUMENT = new Control.Text("toDocument", "As documents to keep (true or false)", "");
  static final Control.Text FETCH_WAY = new Control.Text("fetchWay", "All or the newest", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("rss-get", "RSS Get").group("Web")
        .help("Reads a feed, RSS or Atom, and gives its entries with title, link, date and content; or as documents, which "
            + "Document Set Mass keeps.")
        .in(TRIGGER).out(DONE, OUTPUT).control(FEED, TO_DOCUMENT, FETCH_WAY).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String url = run.control(FEED).strip();
    if (url.isEmpty()) {
      throw new NodeFailure("has no feed, needs its address, such as https://example.org/feed.xml");
    }
    ArrayNode all = Feed.entries(Answers.good(run.http(HttpAsk.to("GET", url))).text());
    ArrayNode entries = run.control(TO_DOCUMENT).strip().equalsIgnoreCase("true") ? asDocuments(all) : all;
    if (run.control(FETCH_WAY).strip().toLowerCase(Locale.ROOT).contains("new") && entries.size() > 1) {
      return Result.of(OUTPUT, JsonNodeFactory.instance.arrayNode().add(entries.get(0)));
    }
    return Result.of(OUTPUT, entries);
  }

  private static ArrayNode asDocuments(ArrayNode entries) {
    ArrayNode documents = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entry : entries) {
      String content = entry.path("content").asText();
      ObjectNode document = documents.addObject().put("title", entry.path("title").asText())
          .put("description", entry.path("link").asText())
          .put("content", content.isBlank() ? entry.path("title").asText() : content).put("type", "feed");
      date(entry.path("date").asText()).ifPresent(date -> document.put("date", date.toString()));
    }
    return documents;
  }

  /** RSS has dates of mails (RFC 1123), Atom those of ISO 8601; what is neither is left out. */
  private static Optional<Instant> date(String text) {
    for (DateTimeFormatter form : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME)) {
      try {
        return Optional.of(form.parse(text, Instant::from));
      } catch (DateTimeParseException other) {
        // Perhaps it has the other form.
      }
    }
    return Optional.empty();
  }
}
