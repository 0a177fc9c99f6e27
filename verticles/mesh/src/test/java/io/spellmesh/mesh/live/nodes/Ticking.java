package io.spellmesh.mesh.live.nodes;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Streams {@code data.pieces} pieces of {@code data.size} characters, one every {@code data.millis}. */
public final class Ticking implements NodeType {
  private static final Input<Void> IN = Input.trigger("trigger");
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-ticking", "Ticking").in(IN).out(ON, OUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    int pieces = run.data().path("pieces").asInt();
    int size = run.data().path("size").asInt();
    int millis = run.data().path("millis").asInt();
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      run.await(CompletableFuture.runAsync(() -> { },
          CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)));
      String piece = (i + " " + "-".repeat(size)).substring(0, size);
      run.stream(OUT, piece);
      whole.append(piece);
    }
    return Result.of(OUT, TextNode.valueOf(whole.toString()));
  }
}
