package io.spellmesh.contract.run;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.InstantText;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes events as the mapper would, at the end of a text and in less time: they are most of what the mesh writes at
 * all, and mostly short texts. Only what has a shape of its own inside is left to the mapper. A {@code field} is a
 * name with all that stands around it, because each thing that is appended costs about as much as a name.
 */
final class RunEventText {
  private final StringBuilder text;

  RunEventText(StringBuilder text) {
    this.text = text;
  }

  void write(RunEvent event) {
    text.append("{\"seq\":").append(event.seq())
        .append(",\"at\":\"").append(InstantText.of(event.at())).append('"');
    if (event instanceof RunEvent.NodeCompleted node) {
      step(",\"kind\":\"node.completed\",\"node\":", node.node(), node.step());
      values(",\"outputs\":", node.outputs());
      texts(",\"fired\":", node.fired());
      number(",\"ms\":", node.ms());
      node.attempt().ifPresent(attempt -> number(",\"attempt\":", attempt));
      node.cached().ifPresent(cached -> truth(",\"cached\":", cached));
      node.bypassed().ifPresent(bypassed -> truth(",\"bypassed\":", bypassed));
      node.usage().ifPresent(usage -> value(",\"usage\":", usage));
    } else if (event instanceof RunEvent.NodeStarted node) {
      step(",\"kind\":\"node.started\",\"node\":", node.node(), node.step());
      text(",\"type\":", node.type());
      node.attempt().ifPresent(attempt -> number(",\"attempt\":", attempt));
    } else if (event instanceof RunEvent.NodeLog log) {
      step(",\"kind\":\"node.log\",\"node\":", log.node(), log.step());
      text(",\"level\":", log.level());
      text(",\"text\":", log.text());
    } else if (event instanceof RunEvent.NodeFailed node) {
      step(",\"kind\":\"node.failed\",\"node\":", node.node(), node.step());
      value(",\"error\":", node.error());
      node.attempt().ifPresent(attempt -> number(",\"attempt\":", attempt));
      node.retryMs().ifPresent(retry -> number(",\"retryMs\":", retry));
    } else if (event instanceof RunEvent.NodeWaiting node) {
      step(",\"kind\":\"node.waiting\",\"node\":", node.node(), node.step());
      text(",\"reason\":", node.reason());
      node.until().ifPresent(until -> text(",\"until\":", InstantText.of(until)));
      node.question().ifPresent(question -> value(",\"question\":", question));
    } else if (event instanceof RunEvent.NodeAnswered node) {
      step(",\"kind\":\"node.answered\",\"node\":", node.node(), node.step());
      value(",\"value\":", node.value());
    } else if (event instanceof RunEvent.Started started) {
      text.append(",\"kind\":\"started\"");
      value(",\"inputs\":", started.inputs());
      started.pinned().ifPresent(pinned -> value(",\"pinned\":", pinned));
      started.from().ifPresent(from -> value(",\"from\":", from));
      started.to().ifPresent(to -> text(",\"to\":", to));
    } else if (event instanceof RunEvent.Completed completed) {
      text.append(",\"kind\":\"completed\"");
      values(",\"outputs\":", completed.outputs());
      number(",\"ms\":", completed.ms());
      completed.waitingFor().ifPresent(waiting -> value(",\"waitingFor\":", waiting));
    } else if (event instanceof RunEvent.Failed failed) {
      text.append(",\"kind\":\"failed\"");
      value(",\"error\":", failed.error());
      number(",\"ms\":", failed.ms());
    } else if (event instanceof RunEvent.Cancelled cancelled) {
      text.append(",\"kind\":\"cancelled\"");
      text(",\"reason\":", cancelled.reason());
      number(",\"ms\":", cancelled.ms());
    } else if (event instanceof RunEvent.Interrupted interrupted) {
      text.append(",\"kind\":\"interrupted\"");
      text(",\"reason\":", interrupted.reason());
      texts(",\"undecided\":", interrupted.undecided());
    } else if (event instanceof RunEvent.Resumed) {
      text.append(",\"kind\":\"resumed\"");
    } else {
      throw new IllegalStateException("no way to write a " + event.getClass().getSimpleName());
    }
    text.append('}');
  }

  private void step(String kind, String node, String step) {
    text(kind, node);
    text(",\"step\":", step);
  }

  private void number(String field, long number) {
    text.append(field);
    text.append(number);
  }

  private void truth(String field, boolean truth) {
    text.append(field);
    text.append(truth);
  }

  void text(String field, String value) {
    text.append(field);
    quote(value);
  }

  private void texts(String field, List<String> texts) {
    text.append(field);
    text.append('[');
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      quote(texts.get(i));
    }
    text.append(']');
  }

  private void values(String field, Map<String, JsonNode> values) {
    text.append(field);
    char before = '{';
    for (Map.Entry<String, JsonNode> value : values.entrySet()) {
      text.append(before);
      quote(value.getKey());
      text.append(':');
      value(value.getValue());
      before = ',';
    }
    text.append(values.isEmpty() ? "{}" : "}");
  }

  private void value(String field, Object value) {
    text.append(field);
    value(value);
  }

  private void value(Object value) {
    if (value instanceof JsonNode node && node.isTextual()) {
      quote(node.textValue());
      return;
    }
    try {
      Wire.mapper().writeValue(new AppendedText(text), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void quote(String value) {
    text.append('"');
    if (isPlain(value)) {
      text.append(value);
    } else {
      JsonStringEncoder.getInstance().quoteAsString(value, text);
    }
    text.append('"');
  }

  /** Whether a JSON string holds it as it is. */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character < ' ' || character == '"' || character == '\\') {
        return false;
      }
    }
    return true;
  }
}
