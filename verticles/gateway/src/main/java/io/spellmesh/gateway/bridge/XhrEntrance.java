package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.gateway.door.Authentication;
import io.spellmesh.gateway.door.BodyReader;
import io.spellmesh.gateway.door.Refused;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sockets over plain requests. SockJS gives a session to whoever knows its id; here each request of it has to
 * bring the ticket that was spent for it, or a header of the same user and login. For all others there is no
 * such session.
 */
final class XhrEntrance {
  /** Where the line of a session that is about to be opened stands in the request's context. */
  static final String LINE = "spellmesh.socket.line";

  private static final String SEND = "xhr_send";
  /** SockJS unpacks percent signs, and we do not: no id may have two spellings. */
  private static final String NAME = "[A-Za-z0-9_-]{1,64}";
  /** By this name SockJS finds the session's id, in the query sooner than in the path. */
  private static final String ITS_NAME_OF_THE_ID = "param0";
  private static final String STILL_OPEN = "c[2010,\"Another connection still open\"]\n";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Vertx vertx;
  private final Pattern path;
  private final Admission admission;
  private final Authentication authentication;
  private final Sockets sockets;
  private final BodyReader bodies;
  private final int maxBytes;

  /** @param maxBytes of what one request brings */
  XhrEntrance(Vertx vertx, String path, Admission admission, Authentication authentication, Sockets sockets,
      BodyReader bodies, int maxBytes) {
    this.vertx = vertx;
    this.path = Pattern.compile(
        Pattern.quote(path) + "/" + NAME + "/(" + NAME + ")/(xhr|xhr_streaming|" + SEND + ")");
    this.admission = admission;
    this.authentication = authentication;
    this.sockets = sockets;
    this.bodies = bodies;
    this.maxBytes = maxBytes;
  }

  Matcher match(String requested) {
    return path.matcher(requested);
  }

  /** @param matched what {@link #match} found in its path */
  void enter(RoutingContext context, Matcher matched) {
    String session = matched.group(1);
    if (context.request().method() != HttpMethod.POST) {
      context.fail(Refused.notAllowed("POST"));
    } else if (context.request().params().contains(ITS_NAME_OF_THE_ID)) {
      context.fail(Refused.unknownPath());
    } else if (matched.group(2).equals(SEND)) {
      opened(context, session).onFailure(context::fail).onSuccess(socket -> socket.ifPresentOrElse(
          open -> send(context, open), () -> context.fail(Refused.unknownPath())));
    } else {
      // Nobody looks at what such a request brings, and that it has gone shows only to those who read.
      context.request().resume();
      // SockJS cuts the connection after such an answer; the client must not use it again.
      context.response().putHeader("Connection", "close").putHeader("X-Accel-Buffering", "no");
      opened(context, session).onFailure(context::fail).onSuccess(socket -> socket.ifPresentOrElse(
          open -> receive(context, lineOf(open)), () -> open(context, session)));
    }
  }

  /** The session's socket, if this is a request of who opened it. */
  private Future<Optional<Socket>> opened(RoutingContext context, String session) {
    return sockets.ofSession(session).map(socket -> isOfOpener(context, socket)
        .map(is -> sockets.ofSession(session).filter(still -> is && still == socket)))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Boolean> isOfOpener(RoutingContext context, Socket socket) {
    return Admission.ticketOf(context)
        .map(ticket -> Future.succeededFuture(lineOf(socket).isOpenedBy(ticket)))
        .orElseGet(() -> authentication.callerOf(context.request()).map(socket::isOfSame).otherwise(false));
  }

  private void open(RoutingContext context, String session) {
    admission.admit(context).onFailure(context::fail).onSuccess(caller -> {
      if (sockets.ofSession(session).isPresent()) {
        context.fail(new Failure(FailureCode.NOT_FOUND, "there is no such session"));
      } else {
        begin(context, session, caller);
      }
    });
  }

  private static void begin(RoutingContext context, String session, Caller caller) {
    context.put(Entrance.CALLER, caller);
    context.put(LINE, new XhrLine(session, Admission.ticketOf(context), context.request()));
    context.next();
  }

  /** SockJS would forget the request that waits already, and leave it open. */
  private static void receive(RoutingContext context, XhrLine line) {
    if (line.isReceiving()) {
      context.response().putHeader("Content-Type", "application/javascript; charset=UTF-8").end(STILL_OPEN);
    } else {
      line.receive(context.request());
      context.next();
    }
  }

  private void send(RoutingContext context, Socket socket) {
    XhrLine line = lineOf(socket);
    if (!line.beginSending()) {
      context.fail(Failure.tooMany("one request of a session may bring something at a time", LOOK_AGAIN));
      return;
    }
    bodies.read(context.request(), maxBytes)
        .compose(body -> untilItTakes(socket).map(body))
        .onComplete(_ -> line.endSending())
        .onFailure(context::fail)
        .onSuccess(body -> handOver(context, body));
  }

  /** Who does not read is not listened to: nor can it make us, or SockJS, answer. */
  private Future<Void> untilItTakes(Socket socket) {
    if (sockets.of(socket.id()).isEmpty() || socket.isEnding() || !socket.isFull()) {
      return Future.succeededFuture();
    }
    Promise<Void> taken = Promise.promise();
    vertx.setTimer(LOOK_AGAIN.toMillis(), _ -> untilItTakes(socket).onComplete(taken));
    return taken.future();
  }

  private static void handOver(RoutingContext context, Buffer body) {
    if (XhrFrames.areTaken(body)) {
      // As if Vert.x's own handler of bodies had read it, which knows no pace.
      ((RoutingContextInternal) context).visitHandler(RoutingContextInternal.BODY_HANDLER).setBody(body);
      context.next();
    } else {
      context.fail(Failure.badRequest(
          "the body must be an array of at most " + XhrFrames.MOST + " texts, in UTF-8"));
    }
  }

  private static XhrLine lineOf(Socket socket) {
    return switch (socket.line()) {
      case XhrLine line -> line;
      case WebSocketLine _ -> throw new IllegalStateException("a WebSocket has no session");
    };
  }
}
