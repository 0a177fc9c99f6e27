package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Event;
import io.spellmesh.contract.event.Events.Recall;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recalls what was said where an event belongs. */
public final class EventRecall implements NodeType {
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT)
      .help("Whose sender, observer, client and channel say which events are meant.");
  static final Input<JsonNode> EMBEDDING = Input.any("embedding").of(SocketType.EMBEDDING)
      .help("With it, the events whose meaning is nearest come first; without, the newest.");
  static final Input<String> TYPE_IN = Input.text("type")
      .help("Only events that were stored with this type. Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output EVENTS = Output.of("events", SocketType.ARRAY)
      .help("The events that were found.");
  static final Output CONVERSATION = Output.text("output").named("conversation")
      .help("The same as text: on each line who said it, and what.");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text TYPE = new Control.Text("type", "Type of event", "")
      .help("Only events that were stored with this type.");
  static final Control.Number COUNT = new Control.Number("max_count", "How many", 6, 1, Events.MOST_RECALLED)
      .help("As many as are given at most.");

  private static final Map<String, String> OLD = Map.of("agent", "event");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("event-recall", "Event Recall").group("Memory")
        .help("Gives the newest events of the type with the observer, client, channel, project and entities of "
            + "the event, the oldest first; or, with an embedding, the nearest of them first.")
        .alias(Alias.of("Event Recall").withInputs(OLD))
        .alias(Alias.of("Conversation Recall").withInputs(OLD))
        .in(EVENT, EMBEDDING, TYPE_IN, TRIGGER).out(EVENTS, CONVERSATION, DONE).control(TYPE, COUNT)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode event = run.find(EVENT).filter(JsonNode::isObject).orElseGet(JsonNodeFactory.instance::objectNode);
    String type = run.find(TYPE_IN).filter(text -> !text.isBlank()).orElseGet(() -> run.control(TYPE));
    Recall question = Said.fitting(() -> new Recall(Optional.of(Said.place(event, type, Optional.empty())),
        Optional.empty(), Optional.empty(), Said.embedding(run.find(EMBEDDING)),
        Optional.of((int) run.control(COUNT))));
    List<Event> recalled = run.ask(Events.RECALL, question).items();
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    StringBuilder conversation = new StringBuilder();
    for (Event kept : recalled) {
      events.add(Said.asEvent(kept));
      conversation.append(kept.place().sender().orElse("")).append(": ").append(kept.content()).append('\n');
    }
    return Result.of(EVENTS, events).and(CONVERSATION, TextNode.valueOf(conversation.toString()));
  }
}
