package io.spellmesh.agent.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's session with the Gateway, which outlasts its sockets: it is resumed, and else begun anew. */
final class GatewaySession implements GatewaySocket.Ears {
  /** Who wants it. */
  interface Owner {
    /** @param isNew whether Discord forgot all that was before */
    void ready(boolean isNew);

    /** @param channel where the bot is now, if anywhere; {@code isOurs} if it is there by this session */
    void moved(String server, Optional<String> channel, boolean isOurs);

    /** It failed, for good. */
    void over(Failure why);
  }

  /** @param url where it is resumed */
  private record Known(String id, String bot, String url) {}

  private static final Logger LOG = LoggerFactory.getLogger(GatewaySession.class);
  private static final int IDENTIFY = 2;
  private static final int VOICE_STATE = 4;
  private static final int RESUME = 6;
  private static final int GUILDS_AND_VOICE_STATES = 1 | 1 << 7;
  /** From an open socket to a session; Discord needs one. */
  private static final long SETTLE_MILLIS = 10_000;
  /** Discord wants 1 to 5 seconds before another try. */
  private static final long WAIT_MILLIS = 1_000;
  private static final long MORE_MILLIS = 4_000;
  /** The wait grows with each failure in a row, to eight times the first. */
  private static final int LONGEST_WAIT = 8;
  private static final int RESUMES = 3;
  /** About a minute with the waits between them. */
  private static final int TRIES = 10;

  private final Vertx vertx;
  private final WebSocketClient client;
  private final DiscordRest rest;
  private final DiscordConfig config;
  private final Owner owner;
  private Optional<Known> known = Optional.empty();
  private Optional<GatewaySocket> socket = Optional.empty();
  private JsonNode sequence = NullNode.getInstance();
  private boolean isReady;
  private boolean isClosed;
  private int failures;
  private String trouble = "it does not answer";
  private long timer = -1;

  GatewaySession(Vertx vertx, WebSocketClient client, DiscordRest rest, DiscordConfig config, Owner owner) {
    this.vertx = vertx;
    this.client = client;
    this.rest = rest;
    this.config = config;
    this.owner = owner;
  }

  boolean isReady() {
    return isReady;
  }

  /** Why it is not ready, if it is not. */
  String trouble() {
    return trouble;
  }

  /** Only when it is ready. */
  void tell(String server, Optional<String> channel) {
    ObjectNode state = JsonNodeFactory.instance.objectNode().put("guild_id", server)
        .put("channel_id", channel.orElse(null)).put("self_mute", false).put("self_deaf", false);
    socket.ifPresent(open -> open.send(VOICE_STATE, state));
  }

  /** Ends it; Discord takes the bot out wherever it was by it. */
  Future<Void> close() {
    isClosed = true;
    vertx.cancelTimer(timer);
    return socket.map(GatewaySocket::close).orElseGet(Future::succeededFuture);
  }

  void connect() {
    Future.succeededFuture()
        .compose(_ -> known.map(Known::url).map(Future::succeededFuture).orElseGet(rest::gateway))
        .compose(url -> client.connect(new WebSocketConnectOptions()
            .setAbsoluteURI(GatewayAddress.of(url, config.base())).setTimeout(SETTLE_MILLIS)))
        .onSuccess(this::opened)
        .onFailure(error -> lost(unreached(error)));
  }

  private void opened(WebSocket open) {
    GatewaySocket made = new GatewaySocket(vertx, open, this, () -> sequence);
    if (isClosed) {
      made.close().onFailure(_ -> { });
      return;
    }
    socket = Optional.of(made);
    timer = vertx.setTimer(SETTLE_MILLIS, _ -> made.end(new Loss.Dropped("it begins no session")));
    made.listen();
  }

  @Override
  public void greeted() {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("token", config.token());
    known.ifPresentOrElse(
        old -> socket.ifPresent(open ->
            open.send(RESUME, data.put("session_id", old.id()).set("seq", sequence))),
        () -> {
          data.put("intents", GUILDS_AND_VOICE_STATES).putObject("properties").put("os", "linux")
              .put("browser", "spellmesh").put("device", "spellmesh");
          socket.ifPresent(open -> open.send(IDENTIFY, data));
        });
  }

  @Override
  public void heard(JsonNode dispatch) {
    sequence = dispatch.path("s").isNumber() ? dispatch.get("s") : sequence;
    JsonNode data = dispatch.path("d");
    switch (dispatch.path("t").asText()) {
      case "READY" -> {
        known = Optional.of(new Known(data.path("session_id").asText(), data.at("/user/id").asText(),
            data.path("resume_gateway_url").asText()));
        settled(true);
      }
      case "RESUMED" -> settled(false);
      case "VOICE_STATE_UPDATE" -> known.filter(own -> own.bot().equals(data.path("user_id").asText()))
          .ifPresent(own -> owner.moved(data.path("guild_id").asText(),
              Optional.of(data.path("channel_id")).filter(JsonNode::isTextual).map(JsonNode::textValue),
              own.id().equals(data.path("session_id").asText())));
      default -> { }
    }
  }

  private void settled(boolean isNew) {
    vertx.cancelTimer(timer);
    isReady = true;
    failures = 0;
    LOG.atInfo().addKeyValue("isNew", isNew).log("discord session ready");
    owner.ready(isNew);
  }

  @Override
  public void lost(Loss loss) {
    vertx.cancelTimer(timer);
    socket = Optional.empty();
    isReady = false;
    if (isClosed) {
      return;
    }
    switch (loss) {
      case Loss.Dropped(String why) -> again(why);
      case Loss.Forgotten(String why) -> {
        forget();
        again(why);
      }
      case Loss.Refused(Failure why) -> fail(why);
    }
  }

  private void forget() {
    known = Optional.empty();
    sequence = NullNode.getInstance();
  }

  private void again(String why) {
    trouble = why;
    failures++;
    LOG.atWarn().addKeyValue("why", why).addKeyValue("failures", failures).log("discord connection lost");
    if (failures > TRIES) {
      fail(new Failure(FailureCode.UNAVAILABLE, "Discord cannot be reached: " + why));
      return;
    }
    if (failures > RESUMES) {
      forget();
    }
    long wait = known.isPresent() && failures == 1 ? 0 : WAIT_MILLIS * Math.min(failures, LONGEST_WAIT);
    timer = vertx.setTimer(wait + 1 + ThreadLocalRandom.current().nextLong(wait == 0 ? WAIT_MILLIS : MORE_MILLIS),
        _ -> connect());
  }

  private void fail(Failure why) {
    isClosed = true;
    owner.over(why);
  }

  /** What is wrong with an address or the token stays wrong; that nobody answers may pass. */
  private static Loss unreached(Throwable error) {
    return error instanceof Failure known && (!known.code().retryable() || known.code() == FailureCode.TOO_MANY)
        ? new Loss.Refused(known) : new Loss.Dropped("there is no connection: " + error.getMessage());
  }
}
