package io.spellmesh.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.plan.Checked;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Checks and plans a parsed graph. Chains wire trigger and data between neighbours: two paths a hop, on
 * which a search of all paths would double its work with each node.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CompileBench {
  @Param({"chain", "fan", "diamonds"})
  public String shape;

  @Param({"20", "100", "1000"})
  public int size;

  private final PlanCompiler compiler = new PlanCompiler(NodeCatalog.installed());
  private ObjectNode graph;

  @Setup
  public void draw() {
    graph = Graphs.of(shape, size);
  }

  @Benchmark
  public Checked compile() {
    return compiler.compile(graph);
  }

  /** What reading the graph's parts costs at least. */
  @Benchmark
  public ObjectNode deepCopy() {
    return graph.deepCopy();
  }
}
