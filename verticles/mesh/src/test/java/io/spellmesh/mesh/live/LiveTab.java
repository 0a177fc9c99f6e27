package io.spellmesh.mesh.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A tab with one spell open that keeps itself complete whatever becomes of its connections: it opens another
 * one, and asks for what it missed. One thread does all of it, one thing after the other.
 */
final class LiveTab implements AutoCloseable {
  /** For where connections die without a word; on a busy machine one may be taken for dead that is not. */
  static final Duration IMPATIENT = Duration.ofSeconds(3);

  private static final Duration BETWEEN_PINGS = Duration.ofMillis(500);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final Duration BEFORE_THE_NEXT = Duration.ofMillis(20);

  /** Opens a socket in whatever way. */
  interface Connecting {
    BridgeClient connect() throws IOException;
  }

  private final Connecting connecting;
  private final String address;
  private final ObjectNode place;
  private final Duration patience;
  private final Predicate<JsonNode> lost;
  private final Map<UUID, Following> runs = new ConcurrentHashMap<>();
  private final Map<UUID, ObjectNode> orders = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger foreign = new AtomicInteger();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private volatile BridgeClient socket;
  private volatile boolean closed;
  /** For whoever waits in vain. */
  private volatile String doing = "has not been connected";

  LiveTab(Connecting connecting, String user, String spell, String tab) {
    this(connecting, user, spell, tab, Duration.ofMinutes(1), any -> false);
  }

  /**
   * Opens the tab.
   *
   * @param patience after which a question without an answer means that the connection is dead
   * @param lost     which messages never arrive
   */
  LiveTab(Connecting connecting, String user, String spell, String tab, Duration patience,
      Predicate<JsonNode> lost) {
    this.connecting = connecting;
    this.address = "spellmesh.user." + user + ".spell." + spell;
    this.place = JsonNodeFactory.instance.objectNode().put("tab", tab).put("spell", spell);
    this.patience = patience;
    this.lost = lost;
    Thread.ofVirtual().start(this::live);
  }

  /** Starts a run as soon as there is a socket, and asks again on the next one if no answer came. */
  UUID run(ObjectNode inputs) {
    UUID run = UUID.randomUUID();
    ObjectNode order = place.deepCopy().put("run", run.toString());
    order.set("inputs", inputs);
    orders.put(run, order);
    follow(run);
    return run;
  }

  /** A run of another tab on this spell, or of nobody's. */
  Following follow(UUID run) {
    return runs.computeIfAbsent(run, any -> new Following());
  }

  /** Everything of the run, once it has ended. */
  Following awaitEnd(UUID run) {
    return await(run, Following::hasEnded);
  }

  Following await(UUID run, Predicate<Following> wanted) {
    try {
      Waiting.until(() -> over.isDone() || wanted.test(follow(run)));
    } catch (AssertionError inVain) {
      List<RunEvent> events = follow(run).events();
      throw new AssertionError("run " + run + " stands at event " + events.size()
          + (events.isEmpty() ? "" : ", " + events.getLast())
          + "; the tab " + doing + ", on connection " + connections,
          inVain);
    }
    assertAlive();
    return follow(run);
  }

  LiveTab awaitOpened() {
    Waiting.until(() -> over.isDone() || opened.getCount() == 0);
    assertAlive();
    return this;
  }

  void assertAlive() {
    if (over.isDone()) {
      over.join();
      throw new AssertionError("the tab is closed");
    }
  }

  /** How often it had to connect. */
  int connections() {
    return connections.get();
  }

  /** How many messages came of runs that it does not follow. */
  int foreign() {
    return foreign.get();
  }

  BridgeClient socket() {
    return socket;
  }

  private void live() {
    try {
      while (!closed) {
        try (BridgeClient current = connecting.connect()) {
          socket = current;
          connections.incrementAndGet();
          converse(current);
        } catch (IOException broken) {
          // What it did not get it will ask for.
          doing = "connects again after: " + broken;
          LockSupport.parkNanos(BEFORE_THE_NEXT.toNanos());
        }
      }
      over.complete(null);
    } catch (InterruptedException | RuntimeException | AssertionError wrong) {
      over.completeExceptionally(wrong);
    }
  }

  private void converse(BridgeClient current) throws IOException, InterruptedException {
    current.register(address);
    ask(current, Tabs.OPEN, place);
    opened.countDown();
    order(current);
    for (Map.Entry<UUID, Following> run : runs.entrySet()) {
      if (!run.getValue().hasEnded()) {
        catchUp(current, run.getKey(), run.getValue());
      }
    }
    long pinged = System.nanoTime();
    JsonNode pong = ask(current, Tabs.PING, JsonNodeFactory.instance.objectNode());
    while (!closed) {
      order(current);
      var frame = current.next(GLANCE);
      if (frame.isPresent()) {
        take(current, frame.get());
      } else if (current.isEnded()) {
        throw new IOException("the socket has ended");
      }
      if (System.nanoTime() - pinged > BETWEEN_PINGS.toNanos()) {
        pinged = System.nanoTime();
        pong = ask(current, Tabs.PING,
            JsonNodeFactory.instance.objectNode().put("beat", pong.get("beat").longValue()));
      }
    }
  }

  private void order(BridgeClient current) throws IOException, InterruptedException {
    for (Map.Entry<UUID, ObjectNode> order : orders.entrySet()) {
      ask(current, Tabs.RUN, order.getValue());
      orders.remove(order.getKey());
    }
  }

  private void take(BridgeClient current, JsonNode frame) throws IOException, InterruptedException {
    JsonNode body = frame.path("body");
    if (!frame.path("address").asText().equals(address) || !body.has("run")) {
      throw new AssertionError("what is this: " + frame);
    }
    UUID run = UUID.fromString(body.get("run").textValue());
    Following following = runs.get(run);
    if (lost.test(body)) {
      return;
    }
    if (following == null) {
      foreign.incrementAndGet();
    } else if (following.take(body)) {
      catchUp(current, run, following);
    }
  }

  private void catchUp(BridgeClient current, UUID run, Following following)
      throws IOException, InterruptedException {
    boolean more = true;
    while (more) {
      JsonNode answer = ask(current, Tabs.SINCE, Wire.mapper().valueToTree(following.missing(run)));
      more = following.take(Wire.read(answer, Runner.Events.class));
    }
  }

  /** @throws IOException if nobody is there, as far as can be told */
  private JsonNode ask(BridgeClient current, Operation<?, ?> operation, ObjectNode body)
      throws IOException, InterruptedException {
    doing = "waits for the answer of " + operation.address();
    try {
      JsonNode answer = current.asking(operation, body).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.path("type").asText().equals("err")) {
        throw new AssertionError(operation.address() + " was refused: " + answer);
      }
      doing = "listens, and was answered by " + operation.address();
      return answer.get("body");
    } catch (TimeoutException | ExecutionException dead) {
      throw new IOException(current.isEnded() ? "the socket has ended" : "nobody answers", dead);
    }
  }

  @Override
  public void close() {
    closed = true;
    Waiting.until(over::isDone);
  }
}
