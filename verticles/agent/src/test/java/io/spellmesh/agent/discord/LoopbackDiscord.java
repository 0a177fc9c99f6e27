package io.spellmesh.agent.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Discord on a free port of this machine, as https://discord.com/developers/docs describes it: of REST what the room
 * asks, and the Gateway, version 10 in JSON. A session outlives its sockets, unless the bot closes one with 1000.
 */
final class LoopbackDiscord implements AutoCloseable {
  static final String TOKEN = "t0ken-of-the-bot";
  static final String BOT = "999999";

  /** @param session which the bot entered by */
  record Voice(String channel, String session) {}

  private record Session(String id, int[] sequence) {}

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  /** What the Gateway is reached by, which can be pulled out. */
  private final NetServer cable;
  private final Queue<NetSocket> plugged = new ConcurrentLinkedQueue<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Voice> voices = new ConcurrentHashMap<>();
  private final Map<ServerWebSocket, Session> speaking = new ConcurrentHashMap<>();
  private final Queue<ServerWebSocket> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private volatile Set<String> closed = Set.of();
  private volatile int refusal;
  private volatile boolean isSilent;
  private volatile boolean isDeaf;
  private volatile int beat = 40_000;
  private volatile int remaining = 1000;
  private volatile String gateway;

  LoopbackDiscord() {
    server = Waiting.await(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    cable = Waiting.await(vertx.createNetServer().connectHandler(this::plug).listen(0, "127.0.0.1"));
    gateway = gatewayUrl();
  }

  private String gatewayUrl() {
    return "ws://127.0.0.1:" + cable.actualPort();
  }

  private void plug(NetSocket near) {
    near.pause();
    plugged.add(near);
    vertx.createNetClient().connect(server.actualPort(), "127.0.0.1").onSuccess(far -> {
      near.pipeTo(far);
      far.pipeTo(near);
      near.resume();
    });
  }

  Map<String, String> settings() {
    return Map.of("connectors.discord.base-url", "http://127.0.0.1:" + server.actualPort() + "/api/v10",
        "connectors.discord.key", TOKEN);
  }

  /** Everything that was asked, except heartbeats. */
  List<String> heard() {
    return heard.stream().filter(line -> !line.equals("beat")).toList();
  }

  long count(String begin) {
    return heard.stream().filter(line -> line.startsWith(begin)).count();
  }

  Map<String, Voice> voices() {
    return Map.copyOf(voices);
  }

  String channelIn(String guild) {
    Voice voice = voices.get(guild);
    return voice == null ? "none" : voice.channel();
  }

  int connections() {
    return sockets.size();
  }

  /** Nobody gets into these channels any more, and nobody is told. */
  void shut(String... channels) {
    closed = Set.of(channels);
  }

  /** The code with which those who identify are sent away. */
  void refuse(int closeCode) {
    refusal = closeCode;
  }

  /** Sockets open, and nothing is said on them. */
  void fallSilent() {
    isSilent = true;
  }

  /** Answers no heartbeat, until it hears again. */
  void beDeaf() {
    isDeaf = true;
  }

  void hearAgain() {
    isDeaf = false;
  }

  void beatEvery(int millis) {
    beat = millis;
  }

  void leave(int sessions) {
    remaining = sessions;
  }

  void nameGateway(String url) {
    gateway = url;
  }

  /** Ends every connection to the Gateway, and says nothing. */
  void cut() {
    plugged.forEach(NetSocket::close);
  }

  void sendAll(String payload) {
    sockets.forEach(socket -> socket.writeTextMessage(payload));
  }

  void forgetSessions() {
    sessions.clear();
  }

  /** What a person does who drags the bot elsewhere, or out. @param channel or {@code none} */
  void drag(String guild, String channel) {
    place(guild, channel.equals("none") ? null : channel, sessions.get(voices.get(guild).session()));
  }

  private void answer(HttpServerRequest request) {
    if ("websocket".equalsIgnoreCase(request.getHeader("upgrade"))) {
      heard.add("socket " + request.uri());
      request.toWebSocket().onSuccess(this::welcome);
      return;
    }
    request.body().onSuccess(body -> {
      String asked = request.method() + " " + request.path();
      heard.add((asked + " " + body).strip());
      request.response().putHeader("content-type", "application/json");
      if (!("Bot " + TOKEN).equals(request.getHeader("authorization"))) {
        request.response().setStatusCode(401).end("{\"message\":\"401: Unauthorized\",\"code\":0}");
        return;
      }
      switch (asked) {
        case "GET /api/v10/gateway/bot" -> request.response().end(new JsonObject().put("url", gateway).put("shards", 1)
            .put("session_start_limit", new JsonObject().put("total", 1000).put("remaining", remaining)
                .put("reset_after", 14_400_000).put("max_concurrency", 1)).encode());
        case "GET /api/v10/users/@me" -> request.response().end(new JsonObject().put("id", BOT).encode());
        default -> {
          String guild = request.path().split("/")[4];
          if (asked.equals("PATCH /api/v10/guilds/" + guild + "/members/" + BOT) && voices.containsKey(guild)) {
            drag(guild, "none");
            request.response().end("{}");
          } else {
            request.response().setStatusCode(404).end("{\"message\":\"404: Not Found\",\"code\":0}");
          }
        }
      }
    });
  }

  private void welcome(ServerWebSocket open) {
    sockets.add(open);
    open.closeHandler(_ -> {
      Session session = speaking.remove(open);
      if (session != null && Short.valueOf((short) 1000).equals(open.closeStatusCode())) {
        sessions.remove(session.id());
        voices.values().removeIf(voice -> voice.session().equals(session.id()));
      }
      heard.add("closed " + open.closeStatusCode());
      sockets.remove(open);
    });
    if (!isSilent) {
      open.textMessageHandler(text -> take(open, Wire.read(text, JsonNode.class)));
      send(open, 10, new JsonObject().put("heartbeat_interval", beat));
    }
  }

  private void take(ServerWebSocket open, JsonNode payload) {
    JsonNode data = payload.path("d");
    switch (payload.path("op").asInt()) {
      case 1 -> {
        heard.add("beat");
        if (!isDeaf) {
          send(open, 11, null);
        }
      }
      case 2 -> identify(open, data);
      case 4 -> {
        String guild = data.path("guild_id").asText();
        String channel = data.path("channel_id").isNull() ? null : data.path("channel_id").asText();
        heard.add("voice " + guild + " " + channel);
        if (channel == null ? voices.containsKey(guild) : !closed.contains(channel)) {
          place(guild, channel, speaking.get(open));
        }
      }
      case 6 -> resume(open, data);
      default -> heard.add("unknown " + payload);
    }
  }

  private void identify(ServerWebSocket open, JsonNode data) {
    heard.add("identify " + data.path("intents") + " " + data.path("properties").path("browser").asText());
    if (refusal != 0 || !data.path("token").asText().equals(TOKEN)) {
      open.close((short) (refusal == 0 ? 4004 : refusal), "refused");
      return;
    }
    Session session = new Session("s" + count("identify"), new int[1]);
    sessions.put(session.id(), session);
    speaking.put(open, session);
    dispatch(open, "READY", new JsonObject().put("v", 10).put("user", new JsonObject().put("id", BOT))
        .put("guilds", new JsonArray()).put("session_id", session.id())
        .put("resume_gateway_url", gatewayUrl()));
  }

  private void resume(ServerWebSocket open, JsonNode data) {
    Session session = sessions.get(data.path("session_id").asText());
    if (session == null || !data.path("token").asText().equals(TOKEN)) {
      send(open, 9, false);
    } else {
      speaking.put(open, session);
      dispatch(open, "RESUMED", new JsonObject());
    }
    heard.add("resume " + data.path("session_id").asText() + " " + data.path("seq"));
  }

  /** Tells every session of it, as the intent for voice states has it. */
  private void place(String guild, String channel, Session by) {
    if (channel == null) {
      voices.remove(guild);
    } else {
      voices.put(guild, new Voice(channel, by.id()));
    }
    JsonObject state = new JsonObject().put("guild_id", guild).put("channel_id", channel).put("user_id", BOT)
        .put("session_id", by.id());
    speaking.keySet().forEach(open -> {
      dispatch(open, "VOICE_STATE_UPDATE", state.copy().put("user_id", "333333").put("channel_id", "444444"));
      dispatch(open, "VOICE_STATE_UPDATE", state);
    });
  }

  private void dispatch(ServerWebSocket open, String name, JsonObject data) {
    open.writeTextMessage(new JsonObject().put("op", 0).put("t", name)
        .put("s", ++speaking.get(open).sequence()[0]).put("d", data).encode());
  }

  private static void send(ServerWebSocket open, int op, Object data) {
    open.writeTextMessage(new JsonObject().put("op", op).put("d", data).putNull("t").putNull("s").encode());
  }

  @Override
  public void close() {
    Waiting.await(vertx.close());
  }
}
