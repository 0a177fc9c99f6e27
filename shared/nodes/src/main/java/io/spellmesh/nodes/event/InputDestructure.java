package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
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

/** Takes an event apart by the names that events had before 2023. */
public final class InputDestructure implements NodeType {
  static final Input<JsonNode> EVENT = Input.any("agent").of(SocketType.EVENT);
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Output SPEAKER = Output.text("speaker");
  static final Output AGENT = Output.text("agent");
  static final Output CLIENT = Output.text("client");
  static final Output CHANNEL = Output.text("channel");
  static final Output CHANNEL_ID = Output.text("channelId");
  static final Output ENTITY = Output.text("entity");
  static final Output PRIVATE_KEY = Output.text("eth_private_key");
  static final Output PUBLIC_ADDRESS = Output.text("eth_public_address");
  static final Output ROOM_INFO = Output.of("roomInfo", SocketType.ARRAY);
  static final Output CHANNEL_TYPE = Output.text("channelType");
  static final Output DONE = Output.trigger("trigger");

  private static final Map<Output, String> FIELDS = Map.ofEntries(
      Map.entry(OUTPUT, "content"), Map.entry(SPEAKER, "sender"), Map.entry(AGENT, "observer"),
      Map.entry(CLIENT, "client"), Map.entry(CHANNEL, "channel"), Map.entry(CHANNEL_ID, "channelId"),
      Map.entry(ENTITY, "entity"), Map.entry(PRIVATE_KEY, "eth_private_key"),
      Map.entry(PUBLIC_ADDRESS, "eth_public_address"), Map.entry(ROOM_INFO, "entities"),
      Map.entry(CHANNEL_TYPE, "channelType"));

  /** What spells of that time count on when a person plays the event by typing a text. */
  private static final Map<Output, String> UNLESS_SAID = Map.of(SPEAKER, "Speaker", AGENT, "Agent",
      CLIENT, "Playtest", CHANNEL, "TestChannel", CHANNEL_ID, "TestChannel");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("input-destructure", "Input Destructure").group("Events")
        .help("Gives each field of an event under the names of old. Who, where and through what are made up "
            + "if the event does not say.")
        .in(EVENT, TRIGGER)
        .out(OUTPUT, SPEAKER, AGENT, CLIENT, CHANNEL, CHANNEL_ID, ENTITY, PRIVATE_KEY, PUBLIC_ADDRESS,
            ROOM_INFO, CHANNEL_TYPE, DONE)
        .effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    Optional<JsonNode> given = run.find(EVENT).filter(event -> !event.isNull());
    if (given.isEmpty()) {
      return Result.nothing();
    }
    JsonNode event = given.get();
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    UNLESS_SAID.forEach((output, text) -> fields.put(output.key(), TextNode.valueOf(text)));
    if (event.isObject()) {
      FIELDS.forEach((output, field) ->
          EventFields.find(event, field).ifPresent(value -> fields.put(output.key(), value)));
    } else {
      fields.put(OUTPUT.key(), event);
    }
    return Result.of(fields);
  }
}
