package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Map;

/** Builds an event of the values at its sockets. */
public final class EventRestructure implements NodeType {
  static final Input<JsonNode> CONTENT = Input.any("content").of(SocketType.STRING)
      .help("What is said.");
  static final Input<JsonNode> SENDER = Input.any("sender").of(SocketType.STRING)
      .help("Who says it.");
  static final Input<JsonNode> OBSERVER = Input.any("observer").of(SocketType.STRING)
      .help("Who hears it.");
  static final Input<JsonNode> CLIENT = Input.any("client").of(SocketType.STRING)
      .help("Where it comes from, such as discord or rest.");
  static final Input<JsonNode> CHANNEL = Input.any("channel").of(SocketType.STRING)
      .help("Where it is said.");
  static final Input<JsonNode> CHANNEL_TYPE = Input.any("channelType").of(SocketType.STRING)
      .help("What kind of place that is.");
  static final Input<JsonNode> PROJECT_ID = Input.any("projectId").of(SocketType.STRING)
      .help("The project it belongs to.");
  static final Input<JsonNode> AGENT_ID = Input.any("agentId")
      .help("The agent it belongs to.");
  static final Input<JsonNode> ENTITY = Input.any("entity").of(SocketType.STRING)
      .help("One who is there.");
  static final Input<JsonNode> ENTITIES = Input.any("entities").of(SocketType.ARRAY)
      .help("All who are there.");
  static final Input<JsonNode> CONNECTOR = Input.any("connector").of(SocketType.STRING)
      .help("The connector that it comes by.");
  static final Input<JsonNode> RAW_DATA = Input.any("rawData")
      .help("Anything that is to go along.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output EVENT = Output.of("output", SocketType.EVENT)
      .help("The event that all of it makes.");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,15}");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("event-restructure", "Event Restructure").group("Events")
        .help("Builds an event. A field whose socket has no value is left out.")
        .alias(Alias.of("Input Restructure").withInputs(Map.of("input", "content", "speaker", "sender",
            "agent", "observer", "roomInfo", "entities")))
        .in(CONTENT, SENDER, OBSERVER, CLIENT, CHANNEL, CHANNEL_TYPE, PROJECT_ID, AGENT_ID, ENTITY, ENTITIES,
            CONNECTOR, RAW_DATA, TRIGGER)
        .out(DONE, EVENT).effect(Effect.PURE).build();
  }

  /** Sockets that were added, or that only older nodes have, are fields of their own name. */
  @Override
  public Result run(NodeRun run) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    run.inputs().forEach((name, value) ->
        event.set(name, name.equals(AGENT_ID.key()) ? asNumber(value) : value));
    return Result.of(EVENT, event);
  }

  /** Agents were numbered once; since then their ids are text that is no number, and stays what it is. */
  private static JsonNode asNumber(JsonNode id) {
    boolean isNumber = id.isTextual() && WHOLE_NUMBER.matcher(id.textValue()).matches();
    return isNumber ? LongNode.valueOf(Long.parseLong(id.textValue())) : id;
  }
}
