package io.spellmesh.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlushOnceTest {
  private int flushes;
  private final EmbeddedChannel channel = new EmbeddedChannel(counting(), new FlushOnce());

  private ChannelOutboundHandlerAdapter counting() {
    return new ChannelOutboundHandlerAdapter() {
      @Override
      public void flush(ChannelHandlerContext context) {
        flushes++;
        context.flush();
      }
    };
  }

  /** Over a real event loop: one that is embedded runs its tasks in between. */
  @Test
  void sendsAllOfATurnTogether() {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
    LocalAddress here = new LocalAddress("flush-once");
    new ServerBootstrap().group(group).channel(LocalServerChannel.class)
        .childHandler(new ChannelInboundHandlerAdapter()).bind(here).syncUninterruptibly();
    Channel open = new Bootstrap().group(group).channel(LocalChannel.class).handler(new ChannelInboundHandlerAdapter())
        .connect(here).syncUninterruptibly().channel();
    open.pipeline().addLast(counting(), new FlushOnce());

    open.eventLoop().submit(() -> {
      for (int i = 0; i < 10; i++) {
        open.pipeline().writeAndFlush(Unpooled.wrappedBuffer(new byte[100]));
      }
      assertEquals(0, flushes);
    }).syncUninterruptibly();
    open.eventLoop().submit(() -> assertEquals(1, flushes)).syncUninterruptibly();

    group.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
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
