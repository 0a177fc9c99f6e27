package io.spellmesh.gateway;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a process should be asked anything: somebody has said so, and what it needs answers. Whoever
 * starts and stops the process says when; one is shared by all gateways of a process. Safe for any thread.
 */
public final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  /** Strangers may ask as often as they like, so what is asked of the database is asked once a second. */
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private record Checked(Future<Void> result, long at) {}

  private final Map<String, Supplier<Future<?>>> checks;
  private volatile Optional<String> closed = Optional.of("this process is starting");
  private volatile Optional<Checked> last = Optional.empty();

  /** @param checks by what is said of one that fails, such as {@code the database does not answer} */
  public Readiness(Map<String, Supplier<Future<?>>> checks) {
    this.checks = new LinkedHashMap<>(checks);
  }

  /** The checks of a member: its bus, through which it asks itself, and its database. */
  public static Readiness of(Member member) {
    Map<String, Supplier<Future<?>>> checks = new LinkedHashMap<>();
    checks.put("the bus does not answer", () -> ping(member.vertx(), member.id()));
    checks.put("the database does not answer", () -> member.database().pool().query("SELECT 1").execute()
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    return new Readiness(checks);
  }

  /** From now on the checks alone decide. */
  public void open() {
    closed = Optional.empty();
  }

  /** @param why for whoever asks, such as {@code this process is stopping} */
  public void close(String why) {
    closed = Optional.of(why);
  }

  /** Fails with UNAVAILABLE, which says why. */
  public Future<Void> check() {
    if (closed.isPresent()) {
      return Future.failedFuture(Failure.unavailable(closed.get(), COME_BACK));
    }
    Optional<Checked> kept = last.filter(checked -> System.nanoTime() - checked.at < KEPT.toNanos());
    if (kept.isPresent()) {
      return kept.get().result;
    }
    List<Future<?>> asked = new ArrayList<>();
    checks.forEach((name, check) -> asked.add(check.get().recover(error -> {
      LOG.atDebug().addKeyValue("check", name).setCause(error).log("readiness check failed");
      return Future.failedFuture(Failure.unavailable(name, COME_BACK));
    })));
    Future<Void> result = Future.join(asked).mapEmpty();
    last = Optional.of(new Checked(result, System.nanoTime()));
    return result;
  }

  /** Lets {@link #check()} reach this process through the bus. */
  static Future<Void> answerPings(Vertx vertx, String member) {
    return vertx.eventBus().consumer(address(member), message -> message.reply("pong")).completion();
  }

  private static Future<?> ping(Vertx vertx, String member) {
    return vertx.eventBus().request(address(member), "ping",
        new DeliveryOptions().setSendTimeout(PATIENCE.toMillis()));
  }

  private static String address(String member) {
    return Addresses.onProcess(member, "spellmesh.gateway.ping");
  }
}
