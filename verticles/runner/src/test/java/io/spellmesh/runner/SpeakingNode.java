package io.spellmesh.runner;

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
import java.util.concurrent.atomic.AtomicInteger;

/** Streams the pieces a test says at the gate {@code data.gate}, until an empty one. */
public final class SpeakingNode implements NodeType {
  private static final Input<Void> IN = Input.trigger("trigger");
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");
  private static final Map<String, CompletableFuture<String>> PIECES = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> SPEECHES = new ConcurrentHashMap<>();

  /** @param i counts from 0 */
  static void say(String gate, int i, String piece) {
    at(gate, i).complete(piece);
  }

  /** How many bodies have spoken at the gate to the end. */
  static int speeches(String gate) {
    return of(gate).get();
  }

  private static AtomicInteger of(String gate) {
    return SPEECHES.computeIfAbsent(gate, any -> new AtomicInteger());
  }

  private static CompletableFuture<String> at(String gate, int i) {
    return PIECES.computeIfAbsent(gate + "/" + i, any -> new CompletableFuture<>());
  }

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-speaking", "Speaking").in(IN).out(ON, OUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String gate = run.data().path("gate").asText();
    StringBuilder whole = new StringBuilder();
    String piece = run.await(at(gate, 0));
    for (int i = 1; !piece.isEmpty(); i++) {
      run.stream(OUT, piece);
      whole.append(piece);
      piece = run.await(at(gate, i));
    }
    of(gate).incrementAndGet();
    return Result.of(OUT, TextNode.valueOf(whole.toString()));
  }
}
