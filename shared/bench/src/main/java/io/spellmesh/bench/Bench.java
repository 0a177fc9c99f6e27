package io.spellmesh.bench;

import io.spellmesh.bench.live.LiveBench;
import java.util.Arrays;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs a measurement by name; further arguments are JMH's own, or {@code name=value}. */
public final class Bench {
  private static final String USAGE = """
      usage: bench.jar engine|compile|nodes [JMH options]
             bench.jar light [windows=25] [warm=15]
             bench.jar start [n=5] [jar=...]
             bench.jar tabs [tabs=10000]
             bench.jar live [sockets=100] [durability=journal|relaxed] [seconds=6] [rounds=3] [open=200] [jvm=...]
                            [shape=chain|paced] [nodes=10] [warm=12] [log=WARN] [jar=...] [folder=...]""";

  private Bench() {}

  public static void main(String[] args) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    String[] further = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    switch (name) {
      case "engine" -> micro(EngineBench.class, further);
      case "compile" -> micro(CompileBench.class, further);
      case "nodes" -> micro(NodeFamilies.class, further);
      case "light" -> LightNodeBench.run(Options.of(further));
      case "start" -> StartBench.run(Options.of(further));
      case "tabs" -> TabsBench.run(Options.of(further));
      case "live" -> LiveBench.run(Options.of(further));
      default -> {
        System.err.println(USAGE);
        System.exit(64);
      }
    }
  }

  private static void micro(Class<?> benchmark, String[] further) throws Exception {
    CommandLineOptions options = new CommandLineOptions(further);
    if (options.shouldHelp()) {
      options.showHelp();
      return;
    }
    new Runner(new OptionsBuilder().parent(options)
        .include(benchmark.getName()).addProfiler(GCProfiler.class).addProfiler(CpuProfiler.class).build()).run();
  }
}
