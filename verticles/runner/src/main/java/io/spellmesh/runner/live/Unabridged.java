package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.run.History;
import io.spellmesh.runner.journal.Standing;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts the values back into events that {@link Bulk} took out of them. */
final class Unabridged {
  private Unabridged() {}

  /** All that is kept of a run. Waits. */
  static History history(Surroundings surroundings, Standing run) {
    List<RunEvent> kept = Future.await(surroundings.standing().events(run));
    Set<String> references = references(kept);
    return History.of(references.isEmpty() ? kept
        : events(kept, Future.await(surroundings.values().readAll(run.run(), run.day(), references))));
  }

  /** What the events refer to. */
  static Set<String> references(List<RunEvent> events) {
    Set<String> references = new HashSet<>();
    events.forEach(event -> map(event, value -> {
      reference(value).ifPresent(references::add);
      return value;
    }));
    return references;
  }

  /** @param values by reference; what looks like a reference and is none stays as it is */
  static List<RunEvent> events(List<RunEvent> events, Map<String, JsonNode> values) {
    return events.stream().map(event -> map(event,
        value -> reference(value).map(ref -> values.getOrDefault(ref, value)).orElse(value))).toList();
  }

  private static Optional<String> reference(JsonNode value) {
    return value.isObject() && value.size() == 3 && value.path("$ref").isTextual() && value.path("bytes").isNumber()
        && value.path("preview").isTextual() ? Optional.of(value.get("$ref").textValue()) : Optional.empty();
  }

  private static RunEvent map(RunEvent event, UnaryOperator<JsonNode> change) {
    return switch (event) {
      case RunEvent.Started started -> new RunEvent.Started(started.seq(), started.at(), map(started.inputs(), change),
          started.pinned().map(pinned -> pinned(pinned, change)), started.from(), started.to());
      case RunEvent.NodeCompleted node -> {
        Map<String, JsonNode> outputs = new LinkedHashMap<>(node.outputs());
        outputs.replaceAll((_, value) -> change.apply(value));
        yield new RunEvent.NodeCompleted(node.seq(), node.at(), node.node(), node.step(), outputs, node.fired(),
            node.ms(), node.attempt(), node.cached(),
            node.bypassed(), node.usage());
      }
      case RunEvent.NodeWaiting node -> new RunEvent.NodeWaiting(node.seq(), node.at(), node.node(), node.step(),
          node.reason(), node.until(), node.question().map(change));
      case RunEvent.NodeAnswered node -> new RunEvent.NodeAnswered(node.seq(), node.at(), node.node(), node.step(),
          change.apply(node.value()));
      case RunEvent.NodeStarted _, RunEvent.NodeLog _, RunEvent.NodeFailed _, RunEvent.Completed _,
          RunEvent.Failed _, RunEvent.Cancelled _, RunEvent.Interrupted _, RunEvent.Resumed _ -> event;
    };
  }

  private static Map<String, ObjectNode> pinned(Map<String, ObjectNode> pinned, UnaryOperator<JsonNode> change) {
    Map<String, ObjectNode> changed = new LinkedHashMap<>(pinned);
    changed.replaceAll((_, outputs) -> map(outputs, change));
    return changed;
  }

  private static ObjectNode map(ObjectNode inputs, UnaryOperator<JsonNode> change) {
    ObjectNode changed = inputs.objectNode();
    inputs.properties().forEach(input -> changed.set(input.getKey(), change.apply(input.getValue())));
    return changed;
  }
}
