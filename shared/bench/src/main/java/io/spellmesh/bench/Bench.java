package io.spellmesh.bench;

import java.util.Arrays;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs a benchmark by name: {@code engine}, {@code compile} or {@code nodes}; further arguments are JMH's own. */
public final class Bench {
  private static final Map<String, Class<?>> BENCHMARKS =
      Map.of("engine", EngineBench.class, "compile", CompileBench.class, "nodes", NodeFamilies.class);

  private Bench() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    if (args.length == 0 || !BENCHMARKS.containsKey(args[0])) {
      System.err.println("usage: bench.jar engine|compile|nodes [JMH options]");
      System.exit(64);
    }
    String[] further = Arrays.copyOfRange(args, 1, args.length);
    new Runner(new OptionsBuilder().parent(new CommandLineOptions(further))
        .include(BENCHMARKS.get(args[0]).getName())
        .addProfiler(GCProfiler.class).build()).run();
  }
}
