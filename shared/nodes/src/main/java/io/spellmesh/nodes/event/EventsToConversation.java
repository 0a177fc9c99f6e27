package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.text.GrowingText;

/** Writes events down as a conversation. */
public final class EventsToConversation implements NodeType {
  static final Input<JsonNode> EVENTS = Input.any("events").of(SocketType.ARRAY)
      .help("What was said, as Event Recall gives it.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output CONVERSATION = Output.text("conversation")
      .help("A text with a line for each event: who spoke, a colon, and what was said.");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("events-to-conversation", "Events to Conversation").group("Events")
        .help("Gives a text with a line for each event: who spoke, a colon, and what was said.")
        .in(EVENTS, TRIGGER).out(CONVERSATION, DONE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    GrowingText text = new GrowingText();
    run.find(EVENTS).filter(events -> !events.isNull()).ifPresent(events ->
        Events.in(events).forEach(event -> text.add(field(event, "sender")).add(": ")
            .add(field(event, "content")).add("\n")));
    return Result.of(CONVERSATION, text.asNode());
  }

  private static String field(JsonNode event, String name) {
    return EventFields.find(event, name).map(Values::text).orElse("");
  }
}
