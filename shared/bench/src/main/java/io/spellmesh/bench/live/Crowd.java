package io.spellmesh.bench.live;

import io.spellmesh.bench.process.Cpu;
import io.spellmesh.bench.process.Server;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Open tabs at one server, and the load they make; everything of theirs happens on one event loop. */
final class Crowd {
  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(3);
  private static final Duration TO_FINISH = Duration.ofSeconds(10);

  /** @param cpuMicros of the server in that time @param otherMicros of what it started */
  record Window(Tally tally, double seconds, long cpuMicros, long otherMicros, int unfinished) {
    double runsPerSecond() {
      return tally.runs() / seconds;
    }

    boolean isClean() {
      return tally.isClean() && unfinished == 0;
    }
  }

  private final Context context;
  private final Server server;
  private final LongSupplier otherMicros;
  private final List<Tab> tabs;
  /** Kept, since Vert.x closes a client that nobody holds, and its sockets with it. */
  private final WebSocketClient client;
  private Tally tally = new Tally();
  private boolean goesOn;

  /** @param otherMicros CPU of a process beside the server, such as its database */
  Crowd(Vertx vertx, Server server, List<Person> people, LongSupplier otherMicros) {
    this.context = vertx.getOrCreateContext();
    this.server = server;
    this.otherMicros = otherMicros;
    this.tabs = new ArrayList<>();
    vertx.setPeriodic(BETWEEN_PINGS.toMillis(), _ -> context.runOnContext(_ -> tabs.forEach(Tab::ping)));
    client = vertx.createWebSocketClient(new WebSocketClientOptions()
        .setMaxConnections(people.size() + 1).setMaxFrameSize(1 << 20).setMaxMessageSize(1 << 22));
    onLoop(() -> {
      Future<Void> all = Future.succeededFuture();
      for (Person person : people) {
        all = all.compose(_ -> Tab.open(client, server.base(), person, () -> tally)).map(tab -> {
          tabs.add(tab);
          return null;
        });
      }
      return all;
    });
  }

  /** The frames of one run: its events, and the answer to its start, which may come after them. */
  List<String> record() {
    List<String> frames = new ArrayList<>();
    onLoop(() -> {
      Promise<Void> ended = Promise.promise();
      Tab tab = tabs.getFirst();
      tab.listen(frame -> {
        frames.add(frame);
        if (tab.underWay() == 0 && frames.stream().anyMatch(Tab::isAnswer)) {
          ended.tryComplete();
        }
      });
      tab.run(System.nanoTime());
      return ended.future().onComplete(_ -> tab.listen(_ -> { }));
    });
    return frames;
  }

  /** Each tab has one run under way, always, until the server has used this much CPU. */
  void warmUp(long cpuMicros) {
    long began = Cpu.of(server.pid());
    begin();
    while (Cpu.of(server.pid()) - began < cpuMicros) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    end();
  }

  /** Each tab has one run under way, always. */
  Window closed(Duration time) {
    begin();
    return measured(() -> LockSupport.parkNanos(time.toNanos()));
  }

  /** So many runs a second, whatever became of the others; a run's time counts from when it was due. */
  Window open(int perSecond, Duration time) {
    onLoop(() -> {
      tally = new Tally();
      tabs.forEach(tab -> tab.whenEnded(() -> { }));
      return Future.succeededFuture();
    });
    return measured(() -> {
      long began = System.nanoTime();
      long count = perSecond * time.toSeconds();
      for (long i = 0; i < count; i++) {
        long due = began + i * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        Tab tab = tabs.get((int) (i % tabs.size()));
        context.runOnContext(_ -> tab.run(due));
      }
    });
  }

  private Window measured(Runnable load) {
    long cpu = Cpu.of(server.pid());
    long other = otherMicros.getAsLong();
    long began = System.nanoTime();
    load.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    long used = Cpu.of(server.pid()) - cpu;
    long otherUsed = otherMicros.getAsLong() - other;
    int unfinished = end();
    return new Window(tally, seconds, used, otherUsed, unfinished);
  }

  private void begin() {
    onLoop(() -> {
      tally = new Tally();
      goesOn = true;
      for (Tab tab : tabs) {
        tab.whenEnded(() -> {
          if (goesOn) {
            tab.run(System.nanoTime());
          }
        });
        tab.run(System.nanoTime());
      }
      return Future.succeededFuture();
    });
  }

  /** @return runs that have not ended long after they should have */
  private int end() {
    onLoop(() -> {
      goesOn = false;
      return Future.succeededFuture();
    });
    long deadline = System.nanoTime() + TO_FINISH.toNanos();
    int left = underWay();
    while (left > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      left = underWay();
    }
    return left;
  }

  private int underWay() {
    return onLoop(() -> Future.succeededFuture(tabs.stream().mapToInt(Tab::underWay).sum()));
  }

  private <T> T onLoop(Supplier<Future<T>> task) {
    Promise<T> done = Promise.promise();
    context.runOnContext(_ -> task.get().onComplete(done));
    try {
      return done.future().await(5, TimeUnit.MINUTES);
    } catch (TimeoutException late) {
      throw new IllegalStateException("the server has not answered for 5 minutes", late);
    }
  }
}
