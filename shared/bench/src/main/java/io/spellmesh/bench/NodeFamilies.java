package io.spellmesh.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Run;
import io.spellmesh.engine.run.RunListener;
import io.spellmesh.engine.run.RunSettings;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the bodies of one type of each family cost: a run of an entry and 100 nodes that all read it. A score is
 * nanoseconds per run. {@code Echo} does nothing, so the others cost what they take more than it. A type that no
 * trigger reaches is read by an Echo, which is to be taken off; of a source, whose items begin runs, it is the entry
 * of 100 Echos; and who asks people is measured until it waits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NodeFamilies {
  private static final int NODES = 100;
  private static final int ECHOS = 1_000;

  @Param
  public Family family;

  private final NodeCatalog catalog = NodeCatalog.installed();
  private final ObjectNode given = JsonNodeFactory.instance.objectNode();
  private InMemoryMesh mesh;
  private Program callee;
  private Program program;
  private RunSettings settings;

  /** Compiles, and proves what is measured: every group has its row, and every node completes or waits. */
  @Setup
  public void compile() {
    Family.proveComplete(catalog);
    mesh = new InMemoryMesh();
    boolean begins = family.spec(catalog).role() instanceof Role.Source;
    callee = compiled(fan("Input", Family.OUTPUT, 1));
    program = compiled(begins ? fan(family.title, Family.ECHO, NODES) : fan("Input", family, NODES));
    settings = begins ? RunSettings.USUAL.with(Optional.of(new Emitted("1", family.value))) : RunSettings.USUAL;
    if (!begins) {
      given.set("Input", family.value);
    }
    int[] reached = new int[1];
    run(event -> reached[0] += isThrough(event) ? 1 : 0);
    if (reached[0] < NODES + 1) {
      throw new IllegalStateException(reached[0] + " nodes completed or wait, must be more than " + NODES);
    }
  }

  /** Whether a node has got as far as it gets. */
  private static boolean isThrough(RunEvent event) {
    return event instanceof RunEvent.NodeCompleted || event instanceof RunEvent.NodeWaiting;
  }

  private Program compiled(ObjectNode graph) {
    return Program.of(new PlanCompiler(catalog).compile(graph).orRefuse());
  }

  private ObjectNode fan(String entry, Family readers, int count) {
    ObjectNode graph = JsonNodeFactory.instance.objectNode().put("id", "bench@0.1.0");
    ObjectNode nodes = graph.putObject("nodes");
    ObjectNode outputs = node(nodes, 1, entry, Wire.read("{\"name\":\"Input\"}", ObjectNode.class)).putObject("outputs");
    Optional<String> trigger = readers.trigger(catalog);
    for (int id = 2; id <= count + 1; id++) {
      ObjectNode node = node(nodes, id, readers.title, readers.data);
      ObjectNode sockets = node.putObject("inputs");
      if (trigger.isPresent()) {
        wire(outputs, sockets, 1, "trigger", id, trigger.get());
        for (String input : readers.inputs) {
          wire(outputs, sockets, 1, "output", id, input);
        }
      } else {
        ObjectNode echo = node(nodes, ECHOS + id, Family.ECHO.title, Family.ECHO.data).putObject("inputs");
        wire(outputs, echo, 1, "trigger", ECHOS + id, "trigger");
        wire(node.putObject("outputs"), echo, id, "output", ECHOS + id, Family.ECHO.inputs.getFirst());
      }
    }
    return graph;
  }

  private static ObjectNode node(ObjectNode nodes, int id, String name, ObjectNode data) {
    ObjectNode node = nodes.putObject(Integer.toString(id)).put("id", id).put("name", name);
    node.set("data", data);
    node.putArray("position").add(0).add(0);
    return node;
  }

  private static void wire(ObjectNode outputs, ObjectNode inputs, int from, String output, int to, String input) {
    outputs.withObject("/" + output).withArray("/connections").addObject().put("node", to).put("input", input);
    inputs.withObject("/" + input).withArray("/connections").addObject().put("node", from).put("output", output);
  }

  private void run(RunListener listener) {
    InlineHost host = new InlineHost(mesh, Optional.of(callee));
    Run run = new Run("bench", program, given, settings, host, listener);
    run.start();
    host.drain();
    if (!run.isOver()) {
      throw new IllegalStateException("the run has not ended");
    }
  }

  @Benchmark
  public void bodies() {
    run(event -> {});
  }

  @TearDown
  public void close() {
    mesh.close();
  }
}
