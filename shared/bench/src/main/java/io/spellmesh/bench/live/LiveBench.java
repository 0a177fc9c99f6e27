package io.spellmesh.bench.live;

import io.spellmesh.bench.Graphs;
import io.spellmesh.bench.Options;
import io.spellmesh.bench.process.Cpu;
import io.spellmesh.bench.process.Server;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Measures the live view of the started jar against a bare server, window by window in turns. */
public final class LiveBench {
  private static final int WARM_SECONDS = 12;
  private static final String UNLIMITED = "100000000";

  private final Options options;
  private final Path folder;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  private LiveBench(Options options) throws IOException {
    this.options = options;
    this.folder = options.emptyFolder("live");
  }

  public static void run(Options options) throws IOException, InterruptedException {
    new LiveBench(options).run();
  }

  private void run() throws IOException, InterruptedException {
    int sockets = options.number("sockets", 100);
    int rounds = options.number("rounds", 3);
    Duration window = Duration.ofSeconds(options.number("seconds", 6));
    Path data = Files.createDirectories(folder.resolve("data"));
    People people = new People(vertx, data);
    List<String> arguments = new ArrayList<>(List.of("-XX:+ExitOnOutOfMemoryError"));
    Stream.of(options.text("jvm", "").split(" ")).filter(flag -> !flag.isEmpty()).forEach(arguments::add);
    arguments.addAll(List.of("-jar", options.jar().toString()));
    try (Server mesh = Server.start(arguments, settings(data), folder)) {
      List<Person> persons = people.make(mesh.base(), sockets,
          Graphs.of(options.text("shape", "chain"), options.number("nodes", 10)));
      long before = Cpu.residentKb(mesh.pid());
      Crowd crowd = new Crowd(vertx, mesh, persons, database(data));
      say("%d sockets of as many people opened: %d KB of memory each", sockets,
          (Cpu.residentKb(mesh.pid()) - before) / sockets);
      List<String> recorded = crowd.record();
      say("a run is %d frames, %d bytes", recorded.size(), recorded.stream().mapToInt(String::length).sum());
      long warm = 1_000_000L * options.number("warm", WARM_SECONDS);
      crowd.warmUp(warm);
      try (Server one = bare(recorded, false); Server each = bare(recorded, true)) {
        Map<String, Crowd> servers = new LinkedHashMap<>();
        servers.put("spellmesh", crowd);
        servers.put("bare, one turn", new Crowd(vertx, one, persons, () -> 0));
        servers.put("bare, a turn each", new Crowd(vertx, each, persons, () -> 0));
        servers.get("bare, one turn").warmUp(warm / 3);
        servers.get("bare, a turn each").warmUp(warm / 3);
        say("warmed up with %d s of CPU, the yardsticks with a third of it", warm / 1_000_000);
        Map<String, List<Crowd.Window>> found = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
          servers.forEach((name, those) -> found.computeIfAbsent(name, _ -> new ArrayList<>())
              .add(told("closed " + name, those.closed(window))));
        }
        say("closed loop, medians: %.2f of bare in one turn, %.2f of bare in a turn each",
            rate(found, "spellmesh") / rate(found, "bare, one turn"),
            rate(found, "spellmesh") / rate(found, "bare, a turn each"));
        int perSecond = options.number("open", 200);
        for (int round = 0; round < rounds; round++) {
          told("open " + perSecond + "/s spellmesh", crowd.open(perSecond, window));
          told("open " + perSecond + "/s bare, one turn", servers.get("bare, one turn").open(perSecond, window));
        }
      }
    } finally {
      vertx.close().await();
    }
  }

  private static double rate(Map<String, List<Crowd.Window>> found, String name) {
    double[] rates = found.get(name).stream().mapToDouble(Crowd.Window::runsPerSecond).sorted().toArray();
    return rates[rates.length / 2];
  }

  private Map<String, String> settings(Path data) {
    Map<String, String> settings = new HashMap<>(Map.of(
        "SPELLMESH_HTTP_PORT", "0",
        "SPELLMESH_DATA_DIR", data.toString(),
        "SPELLMESH_RUNTIME_DIR", folder.resolve("runtime").toString(),
        "SPELLMESH_LOG_LEVEL", options.text("log", "WARN"),
        "SPELLMESH_RUNNER_DURABILITY", options.text("durability", "journal"),
        "SPELLMESH_RUNNER_MAX_LIVE_RUNS", UNLIMITED,
        "SPELLMESH_USERS_MAX_LIVE_RUNS", UNLIMITED,
        "SPELLMESH_USERS_RUN_STARTS_A_MINUTE", UNLIMITED));
    settings.forEach((key, value) -> say("%s=%s", key, value));
    return settings;
  }

  /** CPU of the embedded PostgreSQL and all its processes. */
  private static LongSupplier database(Path data) throws IOException {
    long pid = Long.parseLong(
        Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
    return () -> Cpu.ofTree(pid);
  }

  private Server bare(List<String> recorded, boolean split) throws IOException {
    Path file = folder.resolve(split ? "each" : "one");
    Files.write(file, Bare.template(recorded, split));
    return Server.start(List.of("-cp", Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString(), Bare.class.getName(),
        file.toString(), split ? "each" : "one"), Map.of(), folder);
  }

  private static Crowd.Window told(String what, Crowd.Window window) {
    Tally tally = window.tally();
    double runs = Math.max(1, tally.runs());
    say("%-30s %7.0f runs/s %8.0f events/s  p50 %7.2f ms  p99 %7.2f ms  CPU %6.1f µs/run  database %6.1f µs/run%s",
        what, window.runsPerSecond(), tally.events() / window.seconds(), tally.percentile(0.5),
        tally.percentile(0.99), window.cpuMicros() / runs, window.otherMicros() / runs,
        window.isClean() ? "" : "  FAULTS: " + tally.faults() + ", unfinished " + window.unfinished());
    return window;
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
