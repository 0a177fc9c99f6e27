package io.spellmesh.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroupEncoder;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Run;
import io.spellmesh.engine.run.RunListener;
import io.spellmesh.engine.run.RunSettings;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * One run of a spell of light nodes. A score is nanoseconds per run: divide by {@code size} for a node.
 * {@code arrayLoop} is what the same number of values cost when nothing is done about them, for ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBench {
  private static final UUID RUN = UUID.fromString("00000000-0000-4000-8000-000000000001");

  /** Characters, as the runner closes its groups. */
  private static final int LARGEST_GROUP = 64 * 1024;

  @Param({"chain", "fan", "diamonds"})
  public String shape;

  @Param({"10", "100", "1000"})
  public int size;

  private Program program;
  private ObjectNode inputs;
  private Object[] values;

  static EngineBench of(String shape, int size) {
    EngineBench made = new EngineBench();
    made.shape = shape;
    made.size = size;
    made.compile();
    return made;
  }

  /** Compiles, and proves what is measured: every node runs once, joins too. */
  @Setup
  public void compile() {
    Plan plan = new PlanCompiler(NodeCatalog.installed()).compile(Graphs.of(shape, size)).orRefuse();
    program = Program.of(plan);
    inputs = JsonNodeFactory.instance.objectNode().put("Input", "hello");
    values = new Object[size];
    int[] completed = new int[1];
    run(event -> {
      if (event instanceof RunEvent.NodeCompleted) {
        completed[0]++;
      }
    });
    if (completed[0] != size) {
      throw new IllegalStateException(completed[0] + " nodes ran, must be " + size);
    }
  }

  private void run(RunListener listener) {
    InlineHost host = new InlineHost();
    Run run = new Run("bench", program, inputs, RunSettings.USUAL, host, listener);
    run.start();
    host.drain();
    if (!run.isOver()) {
      throw new IllegalStateException("the run has not ended");
    }
  }

  @Benchmark
  public void noListener() {
    run(event -> {});
  }

  @Benchmark
  public void countingListener(Blackhole hole) {
    long[] count = new long[1];
    run(event -> count[0] += event.seq());
    hole.consume(count[0]);
  }

  @Benchmark
  public void encodingListener(Blackhole hole) {
    encode(hole::consume);
  }

  /** One run whose every event is encoded into its group's message. */
  void encode(Consumer<String> messages) {
    RunGroupEncoder[] open = {group()};
    run(event -> {
      if (open[0].add(event) >= LARGEST_GROUP) {
        messages.accept(open[0].end());
        open[0] = group();
      }
    });
    messages.accept(open[0].end());
  }

  private static RunGroupEncoder group() {
    return new RunGroupEncoder(RUN, Optional.empty(), 1);
  }

  @Benchmark
  public void arrayLoop(Blackhole hole) {
    for (int i = 0; i < values.length; i++) {
      values[i] = i == 0 ? inputs : values[i - 1];
      hole.consume(values[i]);
    }
  }
}
