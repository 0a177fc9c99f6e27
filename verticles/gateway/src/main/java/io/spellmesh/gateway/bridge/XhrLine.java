package io.spellmesh.gateway.bridge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A socket over XHR: a session of many requests. One at a time is there to be written to, one at a time
 * brings something, and each of them has to show what the first one was let in for.
 */
final class XhrLine implements Line {
  private final String session;
  private final Optional<byte[]> ticketHash;
  private HttpServerRequest receiving;
  private boolean sending;

  /**
   * @param session the id its client made up; nothing is secret about it
   * @param ticket  that was spent for it, unless it was opened with a header
   * @param first   the request that opens it
   */
  XhrLine(String session, Optional<String> ticket, HttpServerRequest first) {
    this.session = session;
    this.ticketHash = ticket.map(XhrLine::hash);
    this.receiving = first;
  }

  String session() {
    return session;
  }

  /** Whether this is the ticket that was spent for it. */
  boolean isOpenedBy(String ticket) {
    return ticketHash.filter(hash -> MessageDigest.isEqual(hash, hash(ticket))).isPresent();
  }

  /** Whether there is a request to write to. */
  boolean isReceiving() {
    HttpServerResponse response = receiving.response();
    return !response.ended() && !response.closed();
  }

  /** From now on this is the request to write to. */
  void receive(HttpServerRequest next) {
    receiving = next;
  }

  /** False if another request brings something already: of two at once nobody knows which was the first. */
  boolean beginSending() {
    boolean isFree = !sending;
    sending = true;
    return isFree;
  }

  void endSending() {
    sending = false;
  }

  /** SockJS's own heartbeat is written to these. */
  @Override
  public void ping() {}

  @Override
  public boolean isFull() {
    return isReceiving() && receiving.response().writeQueueFull();
  }

  @Override
  public void drop() {
    Line.drop(receiving);
  }

  private static byte[] hash(String ticket) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
