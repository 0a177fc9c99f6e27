package io.spellmesh.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Nanoseconds of CPU per operation, of the whole process: the collector and the compiler are in it. On a
 * machine that others use too this says what a thing costs, where a clock says how long it was kept waiting.
 */
public final class CpuProfiler implements InternalProfiler {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private long before;

  @Override
  public String getDescription() {
    return "CPU time of the process per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = SYSTEM.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
      IterationResult result) {
    long spent = SYSTEM.getProcessCpuTime() - before;
    long operations = result.getMetadata().getAllOps();
    return List.of(new ScalarResult("cpu", (double) spent / Math.max(1, operations), "ns/op", AggregationPolicy.AVG));
  }
}
