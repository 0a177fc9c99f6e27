package io.spellmesh.nodes.loop;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** Runs what hangs on it once for each element of a list, many at once. */
public final class ParallelForEach implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Control.Number CONCURRENCY = new Control.Number("concurrency", "At once", 10, 1, 100)
      .help("So many elements may be under way together.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("parallel-for-each", "Parallel For Each").group("Loops")
        .help("Fires 'act' for each element of the list, for many at once, and 'done' when all have been seen "
            + "to. It helps where something waits in each round.")
        .in(TRIGGER, ForEach.LIST).out(ForEach.EACH, ForEach.ELEMENT, ForEach.INDEX, ForEach.DONE).control(CONCURRENCY)
        .effect(Effect.PURE).role(ForEach.LOOP).build();
  }

  @Override
  public Result run(NodeRun run) {
    return ForEach.iterate(run, CONCURRENCY);
  }
}
