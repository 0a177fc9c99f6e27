package io.spellmesh.gateway.bridge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket08FrameEncoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.Optional;

/** The connection under a socket, for what SockJS's sockets cannot do. */
final class Line {
  private final Channel channel;

  Line(HttpServerRequest request) {
    channel = ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
    channel.pipeline().addFirst(new FlushOnce());
    channel.pipeline().addFirst(new TakeAndGive());
    // Vert.x would make other characters of what is no text. Behind what writes its good-bye.
    Optional.ofNullable(channel.pipeline().context(WebSocket08FrameEncoder.class)).ifPresent(frames ->
        channel.pipeline().addAfter(frames.name(), null, new Utf8FrameValidator()));
  }

  /** Something for the peer's network layer to answer; neither a page nor a program sees it. */
  void ping() {
    channel.writeAndFlush(new PingWebSocketFrame());
  }

  /**
   * Ends the connection with whatever waits to be written on it. Asked to close, Vert.x would first write
   * all of that, which is just what a peer that does not read keeps it from.
   */
  void drop() {
    Optional.ofNullable(channel.pipeline().firstContext()).ifPresent(ChannelHandlerContext::close);
  }
}
