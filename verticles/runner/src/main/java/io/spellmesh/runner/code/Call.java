package io.spellmesh.runner.code;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.NodeFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/** One call as the guest sees it: asks for its task, may log, and tells a value or an error. */
final class Call implements Guest.Host {
  private static final byte[] NOTHING = {'n', 'u', 'l', 'l'};
  private static final int MOST_LINES = 100;
  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_ERROR = 2_000;
  /** As of any output of a node. */
  private static final int MOST_BYTES = 8 << 20;
  /** Small values take many times as much room as their JSON. */
  private static final int MOST_VALUES = 500_000;

  private final CodeAsk ask;
  private final BiConsumer<String, String> log;
  private Optional<JsonNode> value = Optional.empty();
  private Optional<NodeFailure> failure = Optional.empty();
  private int lines;

  Call(CodeAsk ask, BiConsumer<String, String> log) {
    this.ask = ask;
    this.log = log;
  }

  /** @throws NodeFailure what the function failed with, or that it never came to an end */
  JsonNode value() {
    failure.ifPresent(told -> {
      throw told;
    });
    return value.orElseThrow(() -> new NodeFailure("gives a promise that is never kept"));
  }

  /** Whether the guest has said what it had to say. */
  boolean isOver() {
    return value.isPresent() || failure.isPresent();
  }

  @Override
  public byte[] invoke(String kind, String name, Guest.Text text) {
    switch (kind) {
      case "ask" -> {
        return task();
      }
      case "tell" -> tell(name, text);
      case "log" -> log(name, text);
      default -> throw new IllegalStateException("the sandbox says " + kind);
    }
    return NOTHING;
  }

  private byte[] task() {
    ObjectNode task = Wire.mapper().createObjectNode().put("source", ask.source())
        .put("name", ask.name()).put("seed", ThreadLocalRandom.current().nextInt());
    task.putArray("values").addAll(ask.arguments());
    return Wire.bytes(task);
  }

  private void tell(String what, Guest.Text text) {
    if (isOver()) {
      return;
    }
    try {
      if (what.equals("value")) {
        value = Optional.of(read(text));
        return;
      }
      throw new NodeFailure(shortened(text, LONGEST_ERROR));
    } catch (NodeFailure told) {
      failure = Optional.of(told);
    }
  }

  private static JsonNode read(Guest.Text text) {
    if (text.bytes() > MOST_BYTES) {
      throw new NodeFailure("gives " + text.bytes() + " bytes as JSON, may give " + MOST_BYTES);
    }
    byte[] json = text.whole();
    try (JsonParser parser = Wire.mapper().createParser(json)) {
      int count = 0;
      while (parser.nextToken() != null) {
        if (++count > MOST_VALUES) {
          throw new NodeFailure("gives more than " + MOST_VALUES + " single values");
        }
      }
      return Wire.mapper().readTree(json);
    } catch (IOException unreadable) {
      throw new NodeFailure("gives what is nested more than " + Wire.DEEPEST + " levels deep");
    }
  }

  private void log(String level, Guest.Text text) {
    if (lines < MOST_LINES) {
      log.accept(level, shortened(text, LONGEST_LINE));
    } else if (lines == MOST_LINES) {
      log.accept("warn", "logs more than " + MOST_LINES + " lines; the others are not shown");
    }
    lines++;
  }

  private static String shortened(Guest.Text text, int most) {
    return text.bytes() <= most ? text.first(most) : text.first(most) + "…";
  }
}
