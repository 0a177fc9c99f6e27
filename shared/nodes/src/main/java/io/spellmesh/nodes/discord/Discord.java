package io.spellmesh.nodes.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.agent.DiscordVoice;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.web.Answers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Discord's REST API, asked as the bot that is set up; and the agent room, which has its connection.
 *
 * @see <a href="https://discord.com/developers/docs/reference">version 10</a>
 */
final class Discord {
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT).needed();
  static final int TEXT = 0;
  /** Voice and stage. */
  static final List<Integer> SPOKEN = List.of(2, 13);

  private static final int NOT_FOUND = 404;
  private static final String ID = "[0-9]{5,20}";

  private Discord() {}

  static JsonNode get(NodeRun run, String path) {
    return Answers.json(run.http(HttpAsk.to("GET", path).by("discord")));
  }

  /** Empty if Discord says that there is none. */
  static Optional<JsonNode> find(NodeRun run, String path) {
    HttpAnswer answer = run.http(HttpAsk.to("GET", path).by("discord"));
    return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(Answers.json(answer));
  }

  /** The server in which an event happened: the event's own word for it, or else that of its channel. */
  static String server(NodeRun run) {
    JsonNode event = run.need(EVENT);
    return id(event, List.of("/rawData/guildId", "/rawData/guild_id", "/rawData/guild/id", "/guildId"))
        .orElseGet(() -> id(event, List.of("/rawData/channelId", "/rawData/channel_id", "/channel"))
            .map(channel -> serverOf(run, channel)).orElseThrow(() -> new NodeFailure(
                "got an event without a server of Discord, needs one that came from there")));
  }

  /** @throws NodeFailure if the channel belongs to none */
  static String serverOf(NodeRun run, String channel) {
    return serverOf(channel, get(run, "/channels/" + channel));
  }

  /** @throws NodeFailure if it is no voice channel, or belongs to no server */
  static String serverOfVoice(NodeRun run, String channel) {
    JsonNode found = get(run, "/channels/" + channel);
    if (!SPOKEN.contains(found.path("type").asInt(-1))) {
      throw new NodeFailure("the channel " + channel + " is no voice channel");
    }
    return serverOf(channel, found);
  }

  private static String serverOf(String channel, JsonNode found) {
    if (!found.path("guild_id").isTextual()) {
      throw new NodeFailure("the channel " + channel + " belongs to no server");
    }
    return found.get("guild_id").textValue();
  }

  /** Who sent an event. */
  static String sender(NodeRun run) {
    return id(run.need(EVENT), List.of("/rawData/author/id", "/rawData/userId", "/rawData/user/id",
        "/rawData/member/user/id", "/sender")).orElseThrow(() ->
        new NodeFailure("got an event without a sender of Discord, needs one that came from there"));
  }

  private static Optional<String> id(JsonNode event, List<String> places) {
    JsonNode whole = event.path("rawData").isTextual() ? withRaw(event) : event;
    return places.stream().map(place -> whole.at(place).asText()).filter(id -> id.matches(ID)).findFirst();
  }

  /** Some connectors kept what came in as text. */
  private static JsonNode withRaw(JsonNode event) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    event.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
    try {
      return copy.set("rawData", Wire.read(event.path("rawData").textValue(), JsonNode.class));
    } catch (Failure unreadable) {
      return event;
    }
  }

  /** The channels of these kinds, in the order in which people see them. */
  static ArrayNode channels(NodeRun run, List<Integer> kinds) {
    ArrayNode channels = JsonNodeFactory.instance.arrayNode();
    List<JsonNode> all = new ArrayList<>();
    get(run, "/guilds/" + server(run) + "/channels").forEach(all::add);
    all.stream().filter(channel -> kinds.contains(channel.path("type").asInt(-1)))
        .sorted(Comparator.comparingInt(channel -> channel.path("position").asInt()))
        .forEach(channel -> channels.addObject().put("id", channel.path("id").asText())
            .put("name", channel.path("name").asText()));
    return channels;
  }

  /** The voice channel in which somebody is. @param who an id, or {@code @me} for the bot */
  static Optional<String> voiceChannel(NodeRun run, String server, String who) {
    return find(run, "/guilds/" + server + "/voice-states/" + who).map(state -> state.path("channel_id").asText())
        .filter(channel -> channel.matches(ID));
  }

  /** Brings the bot into a voice channel of the server, or out of the one it is in. */
  static void move(NodeRun run, String server, Optional<String> channel) {
    run.ask(DiscordVoice.MOVE, new DiscordVoice.Place(server, channel));
  }

  static String channel(NodeRun run, Input<String> socket) {
    String channel = run.need(socket).strip();
    if (!channel.matches(ID)) {
      throw new NodeFailure("got '" + channel + "', needs the id of a channel").at(socket);
    }
    return channel;
  }
}
