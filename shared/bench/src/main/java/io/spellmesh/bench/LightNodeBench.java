package io.spellmesh.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a light node costs: CPU time of the thread that runs it, in windows. Every other window encodes each event into
 * its group's message, so that a machine which slows down slows both, and their ratio stands.
 */
final class LightNodeBench {
  private static final int NODES_A_WINDOW = 400_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  /** Written so that no message can be left out. */
  private volatile int sunk;

  private LightNodeBench() {}

  /** @param options {@code windows} that count, of each kind, and {@code warm}: those before them */
  static void run(Options options) {
    System.out.println("µs of CPU per node: least / median / most of the windows");
    for (String shape : List.of("chain", "fan")) {
      for (int size : new int[] {100, 1000}) {
        new LightNodeBench().measure(EngineBench.of(shape, size), options.number("warm", 15),
            options.number("windows", 25));
      }
    }
  }

  private void measure(EngineBench engine, int warm, int windows) {
    double[] silent = new double[windows];
    double[] encoded = new double[windows];
    for (int i = -warm; i < windows; i++) {
      double without = cpu(engine.size, engine::noListener);
      double with = cpu(engine.size, () -> engine.encode(message -> sunk += message.length()));
      if (i >= 0) {
        silent[i] = without;
        encoded[i] = with;
      }
    }
    Arrays.sort(silent);
    Arrays.sort(encoded);
    System.out.printf(Locale.ROOT, "%-5s %4d  no listener %s  encoded %s  ratio %.2f%n", engine.shape, engine.size,
        spread(silent), spread(encoded), encoded[windows / 2] / silent[windows / 2]);
  }

  private double cpu(int size, Runnable run) {
    int runs = NODES_A_WINDOW / size;
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < runs; i++) {
      run.run();
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1e3 / runs / size;
  }

  private static String spread(double[] sorted) {
    return String.format(Locale.ROOT, "%.2f / %.2f / %.2f", sorted[0], sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
