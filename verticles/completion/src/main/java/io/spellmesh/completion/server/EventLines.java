package io.spellmesh.completion.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import java.util.function.Consumer;

/** Reads the data of server-sent events as they come; their other fields say nothing here. */
final class EventLines {
  private static final String DATA = "data:";
  /** More is no piece of an answer. */
  private static final int LONGEST_LINE = 1024 * 1024;

  private final StringBuilder data = new StringBuilder();
  private final Consumer<String> events;

  private EventLines(Consumer<String> events) {
    this.events = events;
  }

  /**
   * Complete when the body has ended.
   *
   * @param events is given the data of each event; what it throws ends the reading
   */
  static Future<Void> read(HttpClientResponse body, Consumer<String> events) {
    EventLines lines = new EventLines(events);
    Promise<Void> ended = Promise.promise();
    RecordParser parser = RecordParser.newDelimited("\n", body).maxRecordSize(LONGEST_LINE);
    parser.exceptionHandler(ended::tryFail);
    parser.endHandler(_ -> {
      lines.line("");
      ended.tryComplete();
    });
    parser.handler(line -> {
      try {
        lines.line(line.toString().stripTrailing());
      } catch (RuntimeException unwanted) {
        ended.tryFail(unwanted);
        body.request().reset();
      }
    });
    body.resume();
    return ended.future();
  }

  private void line(String line) {
    if (line.startsWith(DATA)) {
      data.append(data.isEmpty() ? "" : "\n").append(line.substring(DATA.length()).stripLeading());
    } else if (line.isEmpty() && !data.isEmpty()) {
      String event = data.toString();
      data.setLength(0);
      events.accept(event);
    }
  }
}
