package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.runner.journal.ValueStore.LargeValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes values that are too large out of events, and leaves a reference to each in its place. */
final class Bulk {
  /** In bytes of JSON. */
  static final int LARGEST_INLINE = 16 * 1024;
  private static final int PREVIEW_CHARACTERS = 200;

  private final Consumer<LargeValue> store;

  /** @param store hears of a value before the event that refers to it is given back */
  Bulk(Consumer<LargeValue> store) {
    this.store = store;
  }

  RunEvent lighten(RunEvent event) {
    return switch (event) {
      case RunEvent.Started started -> {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        started.inputs().properties().forEach(input -> inputs.put(input.getKey(), input.getValue()));
        Map<String, JsonNode> light = lighten(inputs);
        Optional<Map<String, ObjectNode>> pinned = started.pinned().map(this::lightenPinned);
        yield light == inputs && pinned.equals(started.pinned()) ? event : new RunEvent.Started(started.seq(),
            started.at(), JsonNodeFactory.instance.objectNode().setAll(light), pinned, started.from(),
            started.to());
      }
      case RunEvent.NodeCompleted node -> {
        Map<String, JsonNode> light = lighten(node.outputs());
        yield light == node.outputs() ? event : new RunEvent.NodeCompleted(node.seq(), node.at(), node.node(),
            node.step(), light, node.fired(), node.ms(), node.attempt(), node.cached(),
            node.bypassed(), node.usage());
      }
      case RunEvent.Completed completed -> {
        Map<String, JsonNode> light = lighten(completed.outputs());
        yield light == completed.outputs() ? event : new RunEvent.Completed(completed.seq(), completed.at(),
            light, completed.ms(), completed.waitingFor());
      }
      case RunEvent.NodeWaiting node -> node.question().filter(Bulk::isLarge)
          .<RunEvent>map(question -> new RunEvent.NodeWaiting(node.seq(), node.at(), node.node(), node.step(),
              node.reason(), node.until(), Optional.of(reference(question)))).orElse(event);
      case RunEvent.NodeAnswered node -> isLarge(node.value()) ? new RunEvent.NodeAnswered(node.seq(), node.at(),
          node.node(), node.step(), reference(node.value())) : event;
      case RunEvent.NodeStarted _, RunEvent.NodeLog _, RunEvent.NodeFailed _,
          RunEvent.Failed _, RunEvent.Cancelled _, RunEvent.Interrupted _, RunEvent.Resumed _ -> event;
    };
  }

  private Map<String, ObjectNode> lightenPinned(Map<String, ObjectNode> pinned) {
    Map<String, ObjectNode> light = new LinkedHashMap<>(pinned);
    light.replaceAll((_, outputs) -> {
      Map<String, JsonNode> values = new LinkedHashMap<>();
      outputs.properties().forEach(output -> values.put(output.getKey(), output.getValue()));
      Map<String, JsonNode> less = lighten(values);
      return less == values ? outputs : outputs.objectNode().setAll(less);
    });
    return light;
  }

  private Map<String, JsonNode> lighten(Map<String, JsonNode> values) {
    Map<String, JsonNode> light = values;
    for (Map.Entry<String, JsonNode> value : values.entrySet()) {
      if (isLarge(value.getValue())) {
        light = light == values ? new LinkedHashMap<>(values) : light;
        light.put(value.getKey(), reference(value.getValue()));
      }
    }
    return light;
  }

  private static boolean isLarge(JsonNode value) {
    return weigh(value, 0) > LARGEST_INLINE;
  }

  /** Bytes of JSON at least, counted no further than needed. */
  private static int weigh(JsonNode value, int weight) {
    if (value.isTextual()) {
      return weight + weigh(value.textValue());
    }
    int sum = weight + 4;
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        sum = weigh(field.getValue(), sum + field.getKey().length() + 4);
        if (sum > LARGEST_INLINE) {
          break;
        }
      }
    } else {
      for (JsonNode item : value) {
        sum = weigh(item, sum + 1);
        if (sum > LARGEST_INLINE) {
          break;
        }
      }
    }
    return sum;
  }

  private static int weigh(String text) {
    if (text.length() > LARGEST_INLINE) {
      return text.length();
    }
    int bytes = text.length() + 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? c < 0x20 ? 5 : 0 : c < 0x800 ? 1 : 2;
    }
    return bytes;
  }

  private ObjectNode reference(JsonNode value) {
    byte[] json = Wire.bytes(value);
    String ref = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(json));
    store.accept(new LargeValue(ref, json));
    return JsonNodeFactory.instance.objectNode().put("$ref", ref).put("bytes", json.length)
        .put("preview", preview(value));
  }

  private static String preview(JsonNode value) {
    String text = value.isTextual() ? value.textValue() : value.toString();
    int end = Math.min(text.length(), PREVIEW_CHARACTERS);
    // Not between the halves of a character.
    return text.substring(0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
