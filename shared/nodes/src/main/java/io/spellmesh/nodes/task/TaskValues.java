package io.spellmesh.nodes.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.agent.Tasks.Step;
import io.spellmesh.contract.agent.Tasks.Task;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Tasks as spells have them and as the agent room keeps them. */
final class TaskValues {
  private TaskValues() {}

  static ObjectNode asObject(Task task) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("id", task.id().toString());
    put(object, "type", task.type());
    object.put("objective", task.objective());
    put(object, "agentId", task.agentId());
    put(object, "projectId", task.projectId());
    object.put("status", task.status().name().toLowerCase(Locale.ROOT));
    task.eventData().ifPresent(event -> object.set("eventData", event));
    ArrayNode steps = object.putArray("steps");
    task.steps().forEach(step -> steps.add(asObject(step)));
    return object.put("date", task.created().toString());
  }

  private static ObjectNode asObject(Step step) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    put(object, "reasoning", step.reasoning());
    put(object, "skill", step.skill());
    put(object, "result", step.result());
    put(object, "success", step.success());
    put(object, "reflection", step.reflection());
    return object.put("date", step.date().toString());
  }

  private static void put(ObjectNode object, String field, Optional<String> text) {
    text.ifPresent(value -> object.put(field, value));
  }

  /** @param value a task as it was given, or its id; @throws NodeFailure if it is neither */
  static UUID id(JsonNode value) {
    String id = Values.text(value.isObject() ? value.path("id") : value).strip();
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException none) {
      throw new NodeFailure("got no task that was created, needs one with the id it was given, or that id");
    }
  }

  /** What the room would refuse is the spell's mistake. */
  static <T> T fitting(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException unfit) {
      throw new NodeFailure(unfit.getMessage());
    }
  }
}
