package io.spellmesh.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Run;
import io.spellmesh.engine.run.RunListener;
import io.spellmesh.engine.run.RunSettings;
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
 * What the bodies of one type of each family cost: a run of an Input and 100 nodes that all read it. A score is
 * nanoseconds per run. {@code Echo} does nothing, so the others cost what they take more than it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NodeFamilies {
  private static final int NODES = 100;
  private static final String TEXT = "Dear Ada, write to ada@example.com before 12:30. ".repeat(6);

  @Param({"Echo", "Change Case", "Text Template", "Regular Expression", "Add", "Less Than", "Sort List",
      "JSON Path", "JSON Schema"})
  public String type;

  private Program program;
  private ObjectNode inputs;

  /** Compiles, and proves what is measured: every node completes. */
  @Setup
  public void compile() {
    program = Program.of(new PlanCompiler(NodeCatalog.installed()).compile(graph()).orRefuse());
    inputs = JsonNodeFactory.instance.objectNode();
    inputs.set("Input", value());
    int[] completed = new int[1];
    run(event -> completed[0] += event instanceof RunEvent.NodeCompleted ? 1 : 0);
    if (completed[0] != NODES + 1) {
      throw new IllegalStateException(completed[0] + " nodes completed, must be " + (NODES + 1));
    }
  }

  private JsonNode value() {
    return switch (type) {
      case "Add", "Less Than" -> JsonNodeFactory.instance.numberNode(7);
      case "Sort List", "JSON Path", "JSON Schema" -> Wire.read(
          "[" + "{\"name\":\"Ada\",\"age\":36},{\"name\":\"Tim\",\"age\":12},".repeat(10) + "{\"age\":1}]",
          JsonNode.class);
      default -> JsonNodeFactory.instance.textNode(TEXT);
    };
  }

  private String socket() {
    return switch (type) {
      case "Echo" -> "source";
      case "Add" -> "firstNumber";
      default -> "input";
    };
  }

  private String data() {
    return switch (type) {
      case "Change Case" -> "{\"case\":\"title\"}";
      case "Text Template" -> "{\"fewshot\":\"Q: {{input}}\\n{{#if input}}A:{{/if}}\"}";
      case "Regular Expression" -> "{\"rule\":\"[a-z]+@[a-z.]+\",\"replace\":\"(address)\"}";
      case "Sort List" -> "{\"field\":\"age\"}";
      case "JSON Path" -> "{\"path\":\"$[?@.age > 30].name\"}";
      case "JSON Schema" -> "{\"schema\":\"{\\\"items\\\":{\\\"required\\\":[\\\"age\\\"]}}\"}";
      default -> "{}";
    };
  }

  private ObjectNode graph() {
    ObjectNode graph = JsonNodeFactory.instance.objectNode().put("id", "bench@0.1.0");
    ObjectNode nodes = graph.putObject("nodes");
    ObjectNode input = node(nodes, 1, "Input", "{\"name\":\"Input\",\"socketKey\":\"key\"}");
    ObjectNode outputs = input.putObject("outputs");
    for (int id = 2; id <= NODES + 1; id++) {
      ObjectNode sockets = node(nodes, id, type, data()).putObject("inputs");
      wire(outputs, sockets, "trigger", "trigger", id);
      wire(outputs, sockets, "output", socket(), id);
    }
    return graph;
  }

  private static ObjectNode node(ObjectNode nodes, int id, String name, String data) {
    ObjectNode node = nodes.putObject(Integer.toString(id)).put("id", id).put("name", name);
    node.set("data", Wire.read(data, ObjectNode.class));
    node.putArray("position").add(0).add(0);
    return node;
  }

  private static void wire(ObjectNode outputs, ObjectNode inputs, String output, String input, int to) {
    outputs.withObject("/" + output).withArray("/connections").addObject().put("node", to).put("input", input);
    inputs.withObject("/" + input).withArray("/connections").addObject().put("node", 1).put("output", output);
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
  public void bodies() {
    run(event -> {});
  }
}
