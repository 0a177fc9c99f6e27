package io.spellmesh.gateway.bridge;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.Optional;

/** What is under a socket, for what SockJS's sockets cannot do. */
sealed interface Line permits WebSocketLine, XhrLine {
  /** Something for the peer's network layer to take; neither a page nor a program sees it. */
  void ping();

  /** Whether what was written waits for the peer to take it, as far as SockJS's socket does not know. */
  boolean isFull();

  /**
   * Ends the connection with whatever waits to be written on it. Asked to close, Vert.x would first write
   * all of that, which is just what a peer that does not read keeps it from.
   */
  void drop();

  /** Ends the connection of a request in that way. */
  static void drop(HttpServerRequest request) {
    Optional.ofNullable(((HttpServerConnection) request.connection()).channelHandlerContext().channel()
        .pipeline().firstContext()).ifPresent(ChannelHandlerContext::close);
  }
}
