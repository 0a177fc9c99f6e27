package io.spellmesh.gateway.bridge;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket08FrameEncoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.Optional;

/** The connection that a WebSocket has for itself. */
final class WebSocketLine implements Line {
  private final HttpServerRequest request;
  private final Channel channel;

  /** @param request after its upgrade */
  WebSocketLine(HttpServerRequest request) {
    this.request = request;
    channel = ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
    channel.pipeline().addFirst(new FlushOnce());
    channel.pipeline().addFirst(new TakeAndGive());
    // Vert.x would make other characters of what is no text. Behind what writes its good-bye.
    Optional.ofNullable(channel.pipeline().context(WebSocket08FrameEncoder.class)).ifPresent(frames ->
        channel.pipeline().addAfter(frames.name(), null, new Utf8FrameValidator()));
  }

  @Override
  public void ping() {
    channel.writeAndFlush(new PingWebSocketFrame());
  }

  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public void drop() {
    Line.drop(request);
  }
}
