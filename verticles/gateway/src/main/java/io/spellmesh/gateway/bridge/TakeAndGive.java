package io.spellmesh.gateway.bridge;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;

/**
 * Reads from a connection only while its peer takes what is written: nobody can make us answer much more
 * than waits for him already. It stands before everything that answers by itself, as Vert.x does to pings
 * and the bridge to frames that are none, which no count of messages sees.
 */
final class TakeAndGive extends ChannelInboundHandlerAdapter {
  /** Whether it is we who do not read. Vert.x stops at times as well, and then it is for Vert.x to go on. */
  private boolean isHeld;

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      release(context.channel().config());
    } else {
      hold(context.channel().config());
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    // Vert.x decides now whether it goes on reading, and has to find things as it left them.
    release(context.channel().config());
    context.fireChannelReadComplete();
    if (!context.channel().isWritable()) {
      hold(context.channel().config());
    }
  }

  private void hold(ChannelConfig config) {
    if (config.isAutoRead()) {
      isHeld = true;
      config.setAutoRead(false);
    }
  }

  private void release(ChannelConfig config) {
    if (isHeld) {
      isHeld = false;
      config.setAutoRead(true);
    }
  }
}
