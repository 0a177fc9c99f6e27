package io.spellmesh.agent.discord;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.agent.DiscordVoice.Place;
import io.spellmesh.kit.web.GuardedClient;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The voice channels that the bot is in by this process. There is a session with Discord while there are any, or
 * one is being entered. Two processes have a session each, and Discord gives a server to the one that moved last.
 */
public final class DiscordVoiceHandler implements GatewaySession.Owner {
  private record Asked(String server, Optional<String> channel, Promise<Nothing> answer) {}

  private static final Logger LOG = LoggerFactory.getLogger(DiscordVoiceHandler.class);
  private static final int CONNECT_MILLIS = 10_000;
  /** For Discord to say goodbye as well, which the end of a process waits for. */
  private static final int CLOSING_SECONDS = 2;
  /** A server with many channels is told of in one message. */
  private static final int LARGEST_MESSAGE = 16 << 20;
  /** Discord takes 120 messages a minute of a connection; the rest is for heartbeats. */
  private static final int MOST_IN_A_MINUTE = 60;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final DiscordConfig config;
  private final DiscordRest rest;
  private final WebSocketClient client;
  private final Duration wait;
  /** Channels by server. */
  private final Map<String, String> held = new HashMap<>();
  private final List<Asked> open = new ArrayList<>();
  private Optional<GatewaySession> session = Optional.empty();
  private int inThisMinute;

  /** @param wait for Discord to do what it is asked */
  public DiscordVoiceHandler(Vertx vertx, GuardedClient web, DiscordConfig config, Duration wait) {
    this.vertx = vertx;
    this.config = config;
    this.wait = wait;
    rest = new DiscordRest(web, config);
    client = vertx.createWebSocketClient(new WebSocketClientOptions().setConnectTimeout(CONNECT_MILLIS)
        .setClosingTimeout(CLOSING_SECONDS).setMaxFrameSize(LARGEST_MESSAGE).setMaxMessageSize(LARGEST_MESSAGE));
  }

  /** Ends the session, and with it the bot's stay everywhere. */
  public Future<Void> close() {
    Optional<GatewaySession> last = session;
    session = Optional.empty();
    held.clear();
    List.copyOf(open).forEach(asked -> asked.answer().tryFail(
        Failure.unavailable("the process that moves the bot stops", A_MOMENT)));
    return last.map(GatewaySession::close).orElseGet(Future::succeededFuture);
  }

  public Future<Nothing> move(Caller caller, Place place) {
    // Before anything is sent: who has set up nothing hears what to set up.
    config.base();
    config.token();
    Optional<String> now = Optional.ofNullable(held.get(place.server()));
    if (place.channel().isEmpty() && now.isEmpty()) {
      return rest.takeOut(place.server());
    }
    if (place.channel().equals(now)) {
      return Future.succeededFuture(Nothing.NOTHING);
    }
    if (inThisMinute == MOST_IN_A_MINUTE) {
      throw Failure.tooMany("the bot was moved " + MOST_IN_A_MINUTE + " times in a minute, which is all it may be",
          MINUTE);
    }
    inThisMinute++;
    vertx.setTimer(MINUTE.toMillis(), _ -> inThisMinute--);
    LOG.atDebug().addKeyValue("user", caller.user()).addKeyValue("server", place.server())
        .log("discord voice asked to move");
    return ask(place.server(), place.channel());
  }

  private Future<Nothing> ask(String server, Optional<String> channel) {
    Asked asked = new Asked(server, channel, Promise.promise());
    open.add(asked);
    GatewaySession current = session.orElseGet(this::begin);
    long timer = vertx.setTimer(wait.toMillis(), _ -> asked.answer().tryFail(silence(asked, current)));
    if (current.isReady()) {
      current.tell(server, channel);
    }
    return asked.answer().future().onComplete(_ -> {
      vertx.cancelTimer(timer);
      open.remove(asked);
      closeIfIdle();
    });
  }

  private GatewaySession begin() {
    GatewaySession begun = new GatewaySession(vertx, client, rest, config, this);
    session = Optional.of(begun);
    begun.connect();
    return begun;
  }

  private Failure silence(Asked asked, GatewaySession session) {
    String within = " within " + wait.toMillis() / 1000.0 + " s";
    return new Failure(FailureCode.TIMED_OUT, !session.isReady()
        ? "no connection to Discord came about" + within + ": " + session.trouble()
        : asked.channel().map(channel -> "Discord did not let the bot into the channel " + channel + within
            + "; the bot may lack the permission to view or connect to it, or it is full")
        .orElseGet(() -> "Discord did not take the bot out" + within));
  }

  @Override
  public void ready(boolean isNew) {
    Map<String, String> before = isNew ? Map.copyOf(held) : Map.of();
    held.keySet().removeAll(before.keySet());
    open.forEach(this::tell);
    before.forEach((server, channel) -> {
      if (open.stream().noneMatch(asked -> asked.server().equals(server))) {
        ask(server, Optional.of(channel)).onFailure(why -> LOG.atWarn().addKeyValue("server", server)
            .addKeyValue("why", why.getMessage()).log("discord voice not entered again"));
      }
    });
  }

  private void tell(Asked asked) {
    session.ifPresent(current -> current.tell(asked.server(), asked.channel()));
  }

  @Override
  public void moved(String server, Optional<String> channel, boolean isOurs) {
    channel.filter(_ -> isOurs).ifPresentOrElse(here -> held.put(server, here), () -> held.remove(server));
    List.copyOf(open).stream().filter(asked -> asked.server().equals(server) && asked.channel().equals(channel))
        .forEach(asked -> asked.answer().tryComplete(Nothing.NOTHING));
    closeIfIdle();
  }

  @Override
  public void over(Failure why) {
    LOG.atWarn().addKeyValue("why", why.getMessage()).addKeyValue("channels", held.size())
        .log("discord session ended");
    session = Optional.empty();
    held.clear();
    List.copyOf(open).forEach(asked -> asked.answer().tryFail(why));
  }

  private void closeIfIdle() {
    if (held.isEmpty() && open.isEmpty() && session.isPresent()) {
      close().onFailure(why -> LOG.atDebug().addKeyValue("why", why.getMessage())
          .log("discord session not closed"));
    }
  }
}
