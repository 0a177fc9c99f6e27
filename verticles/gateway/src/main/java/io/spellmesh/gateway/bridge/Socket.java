package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.UUID;

/** One open socket: whose it is, what it listens to, and whether it keeps up. Used on one event loop. */
final class Socket {
  private final String id = UUID.randomUUID().toString();
  private final SockJSSocket peer;
  private final Line line;
  private final Registrations registrations;
  private final Reading reading;
  private final Missed missed = new Missed();
  private Caller caller;
  private long lastHeard = System.nanoTime();
  private boolean ending;

  Socket(SockJSSocket peer, Line line, Caller caller, EventBus bus, int mostRegistrations,
      Reading reading) {
    this.peer = peer;
    this.line = line;
    this.caller = caller;
    this.registrations = new Registrations(bus, mostRegistrations, this::deliver);
    this.reading = reading;
  }

  String id() {
    return id;
  }

  Caller caller() {
    return caller;
  }

  /** The one it was opened with. */
  HttpServerRequest request() {
    return peer.routingContext().request();
  }

  boolean isOfSame(Caller other) {
    return other.user().equals(caller.user()) && other.session().equals(caller.session());
  }

  /** @param fresh of the same user and session */
  void renew(Caller fresh) {
    caller = fresh;
  }

  Registrations registrations() {
    return registrations;
  }

  Reading reading() {
    return reading;
  }

  Line line() {
    return line;
  }

  boolean isEnding() {
    return ending;
  }

  void heard() {
    lastHeard = System.nanoTime();
  }

  long quietNanos() {
    return System.nanoTime() - lastHeard;
  }

  String authorization() {
    return "Bearer " + caller.token();
  }

  /** What goes onto the bus in place of whatever headers came. */
  JsonObject headers() {
    return new JsonObject().put(MeshClient.AUTHORIZATION, authorization()).put(Serving.SOCKET, id);
  }

  /** Compared as texts with addresses made anew: nobody else's, and no second spelling of one's own. */
  boolean mayHear(String address) {
    return address.equals(Addresses.userOf(caller.user())) || isOwnSpell(address);
  }

  private boolean isOwnSpell(String address) {
    String spell = address.substring(address.lastIndexOf('.') + 1);
    try {
      return address.equals(Addresses.spellOf(caller.user(), UUID.fromString(spell)));
    } catch (IllegalArgumentException notAnId) {
      return false;
    }
  }

  /** Hears a message. If it may not be written now, it is kept how far the run has come. */
  private void deliver(String address, String beginning, Object body) {
    if (ending) {
      return;
    }
    look();
    if (reading.isLagging() && isOwnSpell(address)) {
      missed.note(address, body);
    } else {
      write(Envelope.received(beginning, body instanceof JsonObject json ? json.encode() : Json.encode(body)));
    }
  }

  /** Writes an envelope, unless it has said good-bye. */
  void write(Buffer envelope) {
    if (!ending) {
      reading.count(envelope.length());
      peer.write(envelope);
    }
  }

  /** Sees whether it still keeps up, or does so again. */
  void look() {
    boolean full = isFull();
    if (reading.hasFallenBehind(full) && !reading.isFramed()) {
      // Who does not read is not listened to: nor can it make us answer.
      peer.pause();
      peer.drainHandler(_ -> look());
    } else if (reading.hasCaughtUp(full)) {
      peer.resume();
      missed.take().forEach(this::write);
    }
  }

  /** A connection that has just broken is not; the bridge is about to say so. */
  boolean isFull() {
    try {
      return peer.writeQueueFull() || line.isFull();
    } catch (IllegalStateException closed) {
      return false;
    }
  }

  /** The client has told us how much it has read. */
  void returned(long beat) {
    reading.returned(beat);
    look();
  }

  /** Says why, and takes and gives nothing from now on. */
  void close(int code, String reason) {
    if (!ending) {
      ending = true;
      // Of a socket that is paused the end is not heard either.
      peer.resume();
      peer.close(code, reason);
    }
  }
}
