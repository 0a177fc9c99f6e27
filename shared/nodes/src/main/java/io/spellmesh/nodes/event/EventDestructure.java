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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes an event apart: who said what to whom, where and through what. */
public final class EventDestructure implements NodeType {
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT)
      .help("What was said, by whom and where: as an agent, a connector or Event Recall gives it.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output CONTENT = Output.text("content")
      .help("What was said.");
  static final Output SENDER = Output.text("sender")
      .help("Who said it.");
  static final Output OBSERVER = Output.text("observer")
      .help("Who hears it: the agent.");
  static final Output CLIENT = Output.text("client")
      .help("Where it came from, such as discord or rest.");
  static final Output CHANNEL = Output.text("channel")
      .help("Where it was said, as the connector names the place.");
  static final Output CHANNEL_TYPE = Output.text("channelType")
      .help("What kind of place that is.");
  static final Output PROJECT_ID = Output.text("projectId")
      .help("The project of the agent.");
  static final Output AGENT_ID = Output.text("agentId")
      .help("The agent that hears it.");
  static final Output ENTITIES = Output.of("entities", SocketType.ARRAY)
      .help("Who else was there.");
  static final Output CONNECTOR = Output.text("connector")
      .help("The connector that it came by, if it says so.");
  static final Output EMBEDDING = Output.of("embedding", SocketType.EMBEDDING)
      .help("What it means as numbers, if somebody has reckoned that.");
  static final Output RAW_DATA = Output.any("rawData")
      .help("What the connector gave, as it was.");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("event-destructure", "Event Destructure").group("Events")
        .help("Gives each field of an event at an output of its own. A plain text is an event's content.")
        .in(EVENT, TRIGGER)
        .out(CONTENT, SENDER, OBSERVER, CLIENT, CHANNEL, CHANNEL_TYPE, PROJECT_ID, AGENT_ID, ENTITIES,
            CONNECTOR, EMBEDDING, RAW_DATA, DONE)
        .effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<JsonNode> given = run.find(EVENT).filter(event -> !event.isNull());
    if (given.isEmpty()) {
      return Result.nothing();
    }
    JsonNode event = given.get();
    if (!event.isObject()) {
      return Result.of(CONTENT, event);
    }
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (Output output : run.outputs()) {
      if (!output.isTrigger()) {
        EventFields.find(event, output.key()).ifPresent(value -> fields.put(output.key(), value));
      }
    }
    return Result.of(fields);
  }
}
