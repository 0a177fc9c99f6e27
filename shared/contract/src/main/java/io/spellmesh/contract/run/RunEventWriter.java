package io.spellmesh.contract.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.spellmesh.contract.InstantText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes events by hand. They are most of what the mesh writes at all, and the general way through
 * reflection costs several times as much; reading is left to it.
 */
final class RunEventWriter extends StdSerializer<RunEvent> {
  private static final long serialVersionUID = 1L;

  RunEventWriter() {
    super(RunEvent.class);
  }

  @Override
  public void serializeWithType(RunEvent event, JsonGenerator json, SerializerProvider provider,
      TypeSerializer kind) throws IOException {
    write(event, json);
  }

  @Override
  public void serialize(RunEvent event, JsonGenerator json, SerializerProvider provider) throws IOException {
    write(event, json);
  }

  /** @param json a generator of {@link io.spellmesh.contract.Wire}'s mapper */
  static void write(RunEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("seq", event.seq());
    json.writeStringField("at", InstantText.of(event.at()));
    if (event instanceof RunEvent.NodeCompleted node) {
      step(json, "node.completed", node.node(), node.step());
      values(json, "outputs", node.outputs());
      texts(json, "fired", node.fired());
      json.writeNumberField("ms", node.ms());
      attempt(json, node.attempt());
      if (node.cached().isPresent()) {
        json.writeBooleanField("cached", node.cached().get());
      }
      if (node.bypassed().isPresent()) {
        json.writeBooleanField("bypassed", node.bypassed().get());
      }
      if (node.usage().isPresent()) {
        json.writePOJOField("usage", node.usage().get());
      }
    } else if (event instanceof RunEvent.NodeStarted node) {
      step(json, "node.started", node.node(), node.step());
      json.writeStringField("type", node.type());
      attempt(json, node.attempt());
    } else if (event instanceof RunEvent.NodeLog log) {
      step(json, "node.log", log.node(), log.step());
      json.writeStringField("level", log.level());
      json.writeStringField("text", log.text());
    } else if (event instanceof RunEvent.NodeFailed node) {
      step(json, "node.failed", node.node(), node.step());
      json.writePOJOField("error", node.error());
      attempt(json, node.attempt());
      if (node.retryMs().isPresent()) {
        json.writeNumberField("retryMs", node.retryMs().get());
      }
    } else if (event instanceof RunEvent.NodeWaiting node) {
      step(json, "node.waiting", node.node(), node.step());
      json.writeStringField("reason", node.reason());
      if (node.until().isPresent()) {
        json.writePOJOField("until", node.until().get());
      }
      if (node.question().isPresent()) {
        json.writeFieldName("question");
        json.writeTree(node.question().get());
      }
    } else if (event instanceof RunEvent.NodeAnswered node) {
      step(json, "node.answered", node.node(), node.step());
      json.writeFieldName("value");
      json.writeTree(node.value());
    } else if (event instanceof RunEvent.Started started) {
      json.writeStringField("kind", "started");
      json.writePOJOField("inputs", started.inputs());
      if (started.pinned().isPresent()) {
        json.writePOJOField("pinned", started.pinned().get());
      }
      if (started.from().isPresent()) {
        json.writePOJOField("from", started.from().get());
      }
      if (started.to().isPresent()) {
        json.writeStringField("to", started.to().get());
      }
    } else if (event instanceof RunEvent.Completed completed) {
      json.writeStringField("kind", "completed");
      values(json, "outputs", completed.outputs());
      json.writeNumberField("ms", completed.ms());
      if (completed.waitingFor().isPresent()) {
        json.writePOJOField("waitingFor", completed.waitingFor().get());
      }
    } else if (event instanceof RunEvent.Failed failed) {
      json.writeStringField("kind", "failed");
      json.writePOJOField("error", failed.error());
      json.writeNumberField("ms", failed.ms());
    } else if (event instanceof RunEvent.Cancelled cancelled) {
      json.writeStringField("kind", "cancelled");
      json.writeStringField("reason", cancelled.reason());
      json.writeNumberField("ms", cancelled.ms());
    } else if (event instanceof RunEvent.Interrupted interrupted) {
      json.writeStringField("kind", "interrupted");
      json.writeStringField("reason", interrupted.reason());
      texts(json, "undecided", interrupted.undecided());
    } else if (event instanceof RunEvent.Resumed) {
      json.writeStringField("kind", "resumed");
    } else {
      throw new IllegalStateException("no way to write a " + event.getClass().getSimpleName());
    }
    json.writeEndObject();
  }

  private static void step(JsonGenerator json, String kind, String node, String step) throws IOException {
    json.writeStringField("kind", kind);
    json.writeStringField("node", node);
    json.writeStringField("step", step);
  }

  private static void attempt(JsonGenerator json, Optional<Integer> attempt) throws IOException {
    if (attempt.isPresent()) {
      json.writeNumberField("attempt", attempt.get());
    }
  }

  private static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void values(JsonGenerator json, String field, Map<String, JsonNode> values) throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, JsonNode> value : values.entrySet()) {
      json.writeFieldName(value.getKey());
      if (value.getValue().isTextual()) {
        json.writeString(value.getValue().textValue());
      } else {
        json.writeTree(value.getValue());
      }
    }
    json.writeEndObject();
  }
}
