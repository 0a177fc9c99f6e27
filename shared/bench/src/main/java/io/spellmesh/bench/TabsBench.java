package io.spellmesh.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hazelcast.config.Config;
import io.spellmesh.bench.process.Cpu;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.kit.DataConfig;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.config.Settings;
import io.spellmesh.kit.database.Database;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.metrics.Metrics;
import io.spellmesh.kit.operation.Serving;
import io.spellmesh.runner.SpellManagerVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * What an open tab costs: opened and closed through SpellManager's own address on a clustered Vert.x of one,
 * each in a socket of its own. The spell room is a map.
 */
final class TabsBench {
  private static final int NODES = 10;
  /** Fewer than one person may have unanswered. */
  private static final int AT_ONCE = 30;
  private static final int CYCLES = 10;

  private final Member member;
  private final UUID user = UUID.randomUUID();
  private final String token;
  private final Map<UUID, Spells.Spell> spells = new ConcurrentHashMap<>();

  private TabsBench(Member member) {
    this.member = member;
    this.token = member.issuer().issue(user, Set.of("user"), UUID.randomUUID(), Duration.ofHours(2));
  }

  static void run(Options options) throws IOException {
    Path folder = options.emptyFolder("tabs");
    Settings settings = Settings.load(Optional.empty(), Map.of(),
        Files.readString(Path.of(options.text("conf", "conf/mesh.yaml")))).with(Map.of(
            "data.dir", folder.resolve("data").toString(), "users.max-open-spells", "1000000"));
    DataConfig data = DataConfig.of(settings);
    SigningKey key = SigningKey.load(Optional.empty(), data.folder());
    Metrics metrics = new Metrics();
    Vertx vertx = Vertx.builder().withClusterManager(new HazelcastClusterManager(alone()))
        .buildClustered().await();
    Database database = Database.open(vertx, data.database()).await();
    try {
      TabsBench bench =
          new TabsBench(Member.of(Member.newId(), vertx, settings, database, key, metrics).await());
      bench.measure(options.number("tabs", 10_000));
    } finally {
      database.close().await();
      vertx.close().await();
    }
  }

  private static Config alone() {
    Config config = new Config().setClusterName("bench-" + UUID.randomUUID());
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    return config;
  }

  private void measure(int most) {
    member.serving().serve(Spells.GET, (_, which) -> Optional.ofNullable(spells.get(which.spell()))
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(Failure.notFound("no spell " + which.spell())))).await();
    member.vertx().deployVerticle(new SpellManagerVerticle(member)).await();
    UUID shared = spell();
    List<UUID> own = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      own.add(spell());
    }
    for (int warm = 0; warm < 3; warm++) {
      cycle(Math.min(most, 3_000), _ -> shared);
    }
    for (int count = 100; count <= most; count *= 10) {
      tell("one spell", count, _ -> shared);
      tell("a spell each", count, own::get);
    }
    long before = usedHeap();
    for (int i = 0; i < CYCLES; i++) {
      cycle(most, _ -> shared);
    }
    long after = usedHeap();
    System.out.printf("heap after %d times %d tabs: %d KB, before %d KB (%+.1f %%)%n", CYCLES, most,
        after / 1024, before / 1024, 100.0 * (after - before) / before);
  }

  private UUID spell() {
    UUID id = UUID.randomUUID();
    ObjectNode graph = Graphs.of("chain", NODES);
    spells.put(id, new Spells.Spell(id, UUID.randomUUID(), "Chain", 1, Optional.empty(), graph, Instant.EPOCH,
        Instant.EPOCH));
    return id;
  }

  private void tell(String what, int count, IntFunction<UUID> spellOf) {
    long before = usedHeap();
    long cpu = cpuMicros();
    each(count, i -> ask(i, Tabs.OPEN, new Tabs.Open("t1", spellOf.apply(i))));
    long opening = cpuMicros() - cpu;
    long open = usedHeap();
    cpu = cpuMicros();
    each(count, i -> ask(i, Tabs.CLOSE, new Tabs.Tab("t1", spellOf.apply(i))));
    long closing = cpuMicros() - cpu;
    System.out.printf("%6d tabs, %-12s heap %.1f KB each, open %d µs, close %d µs of CPU each; "
        + "after the close %+.1f KB each%n", count, what, (open - before) / 1024.0 / count, opening / count,
        closing / count, (usedHeap() - before) / 1024.0 / count);
  }

  private void cycle(int count, IntFunction<UUID> spellOf) {
    each(count, i -> ask(i, Tabs.OPEN, new Tabs.Open("t1", spellOf.apply(i))));
    each(count, i -> ask(i, Tabs.CLOSE, new Tabs.Tab("t1", spellOf.apply(i))));
  }

  private static void each(int count, IntFunction<Future<?>> task) {
    for (int from = 0; from < count; from += AT_ONCE) {
      List<Future<?>> some = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
        some.add(task.apply(i));
      }
      Future.all(some).await();
    }
  }

  private <Q> Future<?> ask(int socket, Operation<Q, ?> operation, Q question) {
    return member.vertx().eventBus().request(operation.address(), Wire.body(question), new DeliveryOptions()
        .addHeader("authorization", "Bearer " + token).addHeader(Serving.SOCKET, "socket-" + socket));
  }

  /** What is reachable: a collection twice, since the first only finds what others still hold. */
  private static long usedHeap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Of this whole process, its compiler's and collector's too. */
  private static long cpuMicros() {
    return Cpu.of(ProcessHandle.current().pid());
  }
}
