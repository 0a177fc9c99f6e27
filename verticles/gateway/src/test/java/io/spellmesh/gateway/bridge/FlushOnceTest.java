package io.spellmesh.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FlushOnceTest {
  private int flushes;
  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelOutboundHandlerAdapter() {
    @Override
    public void flush(ChannelHandlerContext context) {
      flushes++;
      context.flush();
    }
  }, new FlushOnce());

  @Test
  void sendsAllOfATurnTogether() {
    inOneTurn(() -> {
      for (int i = 0; i < 10; i++) {
        write(100);
      }
      assertEquals(0, flushes);
    });

    assertEquals(1, flushes);
    assertEquals(10, channel.outboundMessages().size());
  }

  @Test
  void sendsTheNextTurnAsWell() {
    inOneTurn(() -> write(100));
    inOneTurn(() -> write(100));

    assertEquals(2, flushes);
  }

  @Test
  void neverLetsMuchWait() {
    inOneTurn(() -> {
      for (int i = 0; i < 64; i++) {
        write(1024);
        assertTrue(channel.isWritable());
      }
      assertTrue(channel.outboundMessages().size() > 64 - 17, channel.outboundMessages().size() + " of 64");
    });
  }

  @Test
  void sendsWhatWaitsBeforeItCloses() {
    inOneTurn(() -> {
      write(100);
      channel.close();
      assertEquals(1, channel.outboundMessages().size());
    });
  }

  private void inOneTurn(Runnable turn) {
    Future<?> done = channel.eventLoop().submit(turn);
    channel.runPendingTasks();
    done.syncUninterruptibly();
  }

  private void write(int bytes) {
    channel.pipeline().writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes]));
  }
}
