package io.spellmesh.gateway.bridge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Sends what is written in one turn of the event loop all at once: a run's events and the answer to its
 * start, or the heads of many runs, cost one call of the system and not one each.
 */
final class FlushOnce extends ChannelOutboundHandlerAdapter {
  /** In bytes; well below what counts as a full queue, which only a peer that does not read may cause. */
  private static final int MOST_WAITING = 16 * 1024;

  private boolean isDue;

  @Override
  public void flush(ChannelHandlerContext context) {
    ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
    if (waiting == null || waiting.totalPendingWriteBytes() > MOST_WAITING) {
      context.flush();
    } else if (!isDue) {
      isDue = true;
      context.executor().execute(() -> {
        isDue = false;
        context.flush();
      });
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    context.flush();
    context.close(promise);
  }
}
