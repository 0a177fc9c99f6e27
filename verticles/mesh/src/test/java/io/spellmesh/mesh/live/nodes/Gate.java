package io.spellmesh.mesh.live.nodes;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits until there is a file {@code data.path}. */
public final class Gate implements NodeType {
  private static final Input<Void> IN = Input.trigger("trigger");
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-gate", "Gate").in(IN).out(ON, OUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Path path = Path.of(run.data().path("path").asText());
    while (!Files.exists(path)) {
      run.await(CompletableFuture.runAsync(() -> { },
          CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS)));
    }
    return Result.of(OUT, TextNode.valueOf("through"));
  }
}
