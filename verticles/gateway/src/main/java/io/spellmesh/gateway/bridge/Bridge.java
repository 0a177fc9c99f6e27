package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.gateway.HttpConfig;
import io.spellmesh.gateway.door.Authentication;
import io.spellmesh.gateway.door.BodyReader;
import io.spellmesh.gateway.run.LongAnswers;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SockJS's event bus bridge, and everything it does not decide well by itself. */
public final class Bridge {
  /** A spell that a tab saves comes as a patch. */
  public static final int MAX_FRAME_BYTES = 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
  private static final String PATH = "/eventbus";
  /** More than a person has spells open. */
  private static final int MAX_REGISTRATIONS = 200;
  /** The bridge counts answers under way as well. */
  private static final int MAX_HANDLERS = MAX_REGISTRATIONS + 100;
  /** Whether a client is still there is for {@link Sockets} to say, which hears everything it sends. */
  private static final Duration NEVER = Duration.ofDays(1_000);
  /** As the bridge has it: its clients make UUIDs. */
  private static final int LONGEST_REPLY_ADDRESS = 36;
  private static final String OUTWARD = "spellmesh\\.user\\.[0-9a-f-]{36}(\\.spell\\.[0-9a-f-]{36})?";

  private final Vertx vertx;
  private final Member member;
  private final HttpConfig config;
  private final Authentication authentication;
  private final Sockets sockets;

  public Bridge(Member member, HttpConfig config, Authentication authentication) {
    this.vertx = member.vertx();
    this.member = member;
    this.config = config;
    this.authentication = authentication;
    this.sockets = new Sockets(member, config, authentication);
  }

  /** @param open what ends when the process stops */
  public void mount(Router router, LongAnswers open) {
    new SocketAnswers(sockets, member.callers(), Clock.systemUTC()).serve(member.serving())
        .onFailure(error -> LOG.error("sockets cannot be asked to be renewed", error));
    sockets.watch();
    open.begin(sockets::end);
    router.route(PATH + "/*").handler(entrance());
    router.route(PATH + "/*")
        .subRouter(SockJSHandler.create(vertx, transports()).bridge(permitted(), this::on));
  }

  private Entrance entrance() {
    Admission admission = new Admission(authentication, member.mesh(), member.callers(), sockets);
    Optional<XhrEntrance> xhr = config.xhr()
        ? Optional.of(new XhrEntrance(vertx, PATH, admission, authentication, sockets,
            new BodyReader(vertx, config.bodyWindow()), MAX_FRAME_BYTES))
        : Optional.empty();
    return new Entrance(PATH, config.allowedOrigins(), admission, xhr);
  }

  private SockJSHandlerOptions transports() {
    SockJSHandlerOptions options = new SockJSHandlerOptions().setInsertJSESSIONID(false)
        .setHeartbeatInterval(config.beat().toMillis())
        .addDisabledTransport(Transport.EVENT_SOURCE.name())
        .addDisabledTransport(Transport.HTML_FILE.name())
        .addDisabledTransport(Transport.JSON_P.name());
    return config.xhr() ? options : options.addDisabledTransport(Transport.XHR.name());
  }

  /** The second wall; the first is {@link #on}. */
  private static SockJSBridgeOptions permitted() {
    SockJSBridgeOptions options = new SockJSBridgeOptions().setMaxHandlersPerSocket(MAX_HANDLERS)
        .setPingTimeout(NEVER.toMillis())
        .addOutboundPermitted(new PermittedOptions().setAddressRegex(OUTWARD));
    TabAddresses.ALL.forEach(address ->
        options.addInboundPermitted(new PermittedOptions().setAddress(address)));
    return options;
  }

  private void on(BridgeEvent event) {
    switch (event.type()) {
      case SOCKET_CREATED -> event.complete(isOpened(event.socket()));
      case SEND -> heard(event).ifPresentOrElse(socket -> send(socket, event), () -> event.complete(false));
      case REGISTER ->
          heard(event).ifPresentOrElse(socket -> register(socket, event), () -> event.complete(false));
      case UNREGISTER -> {
        heard(event).ifPresent(socket ->
            socket.registrations().remove(event.getRawMessage().getString("address")));
        event.complete(true);
      }
      case PUBLISH -> {
        heard(event);
        event.complete(false);
      }
      case RECEIVE -> event.complete(isWritten(event));
      case SOCKET_CLOSED -> {
        sockets.remove(event.socket());
        event.complete(true);
      }
      case SOCKET_ERROR -> {
        // The bridge has forgotten it, but not every error ends the connection.
        sockets.of(event.socket()).ifPresent(socket -> sockets.close(socket, Sockets.BROKEN, "it failed"));
        event.complete(true);
      }
      case SOCKET_PING -> {
        heard(event);
        event.complete(true);
      }
      case SOCKET_IDLE, REGISTERED -> event.complete(true);
    }
  }

  private boolean isOpened(SockJSSocket peer) {
    Caller caller = peer.routingContext().get(Entrance.CALLER);
    // Many may have come through the entrance before the first of them was counted.
    if (sockets.isFull(caller.user())) {
      return false;
    }
    HttpServerRequest request = peer.routingContext().request();
    boolean framed = !request.path().equals(PATH + "/websocket");
    Line line = Optional.<Line>ofNullable(peer.routingContext().get(XhrEntrance.LINE))
        .orElseGet(() -> new WebSocketLine(request));
    sockets.add(peer, new Socket(peer, line, caller, vertx.eventBus(), MAX_REGISTRATIONS,
        new Reading(framed, config.maxUnread())));
    return true;
  }

  private Optional<Socket> heard(BridgeEvent event) {
    Optional<Socket> socket = sockets.of(event.socket()).filter(found -> !found.isEnding());
    socket.ifPresent(found -> {
      found.heard();
      found.look();
    });
    return socket;
  }

  private void send(Socket socket, BridgeEvent event) {
    String address = event.getRawMessage().getString("address");
    if (!TabAddresses.ALL.contains(address)) {
      event.complete(false);
    } else if (TabAddresses.isOfSocket(address) || socket.registrations().settled().isComplete()) {
      forward(socket, address, event);
    } else {
      socket.registrations().settled().onComplete(_ -> forward(socket, address, event));
    }
  }

  /**
   * Asks who is on this process without the bus, and answers in the bridge's place, which hears no more of
   * the event. What the bridge would refuse, or nobody here answers, is left to it.
   */
  private void forward(Socket socket, String address, BridgeEvent event) {
    JsonObject message = event.getRawMessage();
    Optional<String> replyAddress = Optional.ofNullable(message.getString("replyAddress"));
    if (replyAddress.filter(reply -> reply.length() > LONGEST_REPLY_ADDRESS).isPresent()
        || !member.serving().isBeside(address)) {
      // The very object the bridge sends from: what came in its place is gone.
      message.put("headers", socket.headers());
      event.complete(!socket.isEnding());
    } else if (!socket.isEnding()) {
      Future<Object> answer = member.serving()
          .askBeside(address, socket.authorization(), socket.id(), message.getValue("body"));
      replyAddress.ifPresent(reply -> answer
          .onSuccess(given -> socket.write(Envelope.answer(reply, given)))
          .onFailure(error -> socket.write(Envelope.failure(reply, Failure.of(error, address)))));
    }
  }

  /** The bridge hears no more of what is registered here. */
  private static void register(Socket socket, BridgeEvent event) {
    String address = event.getRawMessage().getString("address");
    Registrations registrations = socket.registrations();
    if (!socket.mayHear(address)) {
      event.complete(false);
    } else if (registrations.holds(address)) {
      socket.write(Envelope.refusal("address_already_registered"));
    } else if (registrations.isFull()) {
      socket.write(Envelope.refusal("max_handlers_reached"));
    } else {
      registrations.add(address, () -> event.complete(false));
    }
  }

  /** An answer that came by the bus. Clients see neither our headers nor where an answer would go. */
  private boolean isWritten(BridgeEvent event) {
    JsonObject envelope = event.getRawMessage();
    envelope.remove("headers");
    envelope.remove("replyAddress");
    Optional<Socket> socket = sockets.of(event.socket()).filter(found -> !found.isEnding());
    socket.ifPresent(found -> found.reading().count(envelope.encode().length()));
    return socket.isPresent();
  }
}
