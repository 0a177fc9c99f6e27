package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Event;
import io.spellmesh.contract.event.Events.Place;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Events as spells have them and as the event room keeps them. */
public final class Said {
  private Said() {}

  /** A field as text, if the event has it and it says something. */
  static Optional<String> text(JsonNode event, String field) {
    return EventFields.find(event, field).map(Values::text).filter(text -> !text.isBlank());
  }

  /** Where an event belongs. @param type as the node sets it; blank means none */
  static Place place(JsonNode event, String type, Optional<String> sender) {
    return fitting(() -> new Place(Optional.of(type.isBlank() ? Events.NO_TYPE : type.strip()), sender,
        text(event, "observer"), text(event, "client"), text(event, "channel"), text(event, "channelType"),
        text(event, "projectId"), text(event, "agentId"), entities(event)));
  }

  /** Names, or objects with names, of who and what is there. */
  private static Optional<List<String>> entities(JsonNode event) {
    return EventFields.find(event, "entities").filter(JsonNode::isArray)
        .map(list -> StreamSupport.stream(list.spliterator(), false)
            .map(one -> one.isObject() && one.hasNonNull("name") ? one.get("name") : one)
            .map(Values::text).filter(name -> !name.isBlank()).distinct().toList())
        .filter(names -> !names.isEmpty());
  }

  /** The numbers of an embedding; empty if there is none. @throws NodeFailure if it is no list of numbers */
  static Optional<List<Double>> embedding(Optional<JsonNode> given) {
    Optional<JsonNode> list = given.filter(value ->
        !value.isNull() && !value.isEmpty() || value.isTextual() && !value.textValue().isBlank());
    return list.map(value -> {
      List<Double> numbers = new ArrayList<>();
      Values.list(value).forEach(number -> numbers.add(Values.number(number)));
      return List.copyOf(numbers);
    });
  }

  /** An event as other nodes take it apart. */
  public static ObjectNode asEvent(Event kept) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("id", kept.id().toString())
        .put("content", kept.content());
    Place place = kept.place();
    put(event, "type", place.type());
    put(event, "sender", place.sender());
    put(event, "observer", place.observer());
    put(event, "client", place.client());
    put(event, "channel", place.channel());
    put(event, "channelType", place.channelType());
    put(event, "projectId", place.projectId());
    put(event, "agentId", place.agentId());
    put(event, "connector", kept.connector());
    place.entities().orElse(List.of()).forEach(event.putArray("entities")::add);
    kept.rawData().ifPresent(raw -> event.set("rawData", raw));
    return event.put("date", kept.date().toString());
  }

  private static void put(ObjectNode event, String field, Optional<String> text) {
    text.ifPresent(value -> event.put(field, value));
  }

  /** What the room would refuse is the spell's mistake. */
  public static <T> T fitting(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException unfit) {
      throw new NodeFailure(unfit.getMessage());
    }
  }
}
