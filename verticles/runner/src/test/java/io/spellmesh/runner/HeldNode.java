package io.spellmesh.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Waits until the test lets it go; {@code data.gate} names the gate. */
public final class HeldNode implements NodeType {
  private static final Input<Void> IN = Input.trigger("trigger");
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");
  private static final Map<String, CompletableFuture<String>> ENTERED = new ConcurrentHashMap<>();
  private static final Map<String, CompletableFuture<String>> GATES = new ConcurrentHashMap<>();

  /** Completes with the step's key when a body has come to the gate. */
  static CompletableFuture<String> entered(String gate) {
    return ENTERED.computeIfAbsent(gate, any -> new CompletableFuture<>());
  }

  /** What the body waits for. */
  static CompletableFuture<String> gate(String gate) {
    return GATES.computeIfAbsent(gate, any -> new CompletableFuture<>());
  }

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-held", "Held").in(IN).out(ON, OUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode gate = run.data().path("gate");
    entered(gate.asText()).complete(run.key());
    return Result.of(OUT, TextNode.valueOf(run.await(gate(gate.asText()))));
  }
}
