package io.spellmesh.nodes.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import java.util.ArrayList;
import java.util.List;

/** Runs what hangs on it once for each element of a list, many at once. */
public final class ParallelForEach implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<ArrayNode> LIST = Input.list("array")
      .help("The list whose elements are gone through.");
  static final Output EACH = Output.trigger("act")
      .help("Goes off for each element; what hangs here runs once for each.");
  static final Output ELEMENT = Output.any("element")
      .help("The element whose turn it is; behind done, the last one.");
  static final Output INDEX = Output.of("index", SocketType.NUMBER)
      .help("Its place, from 0.");
  static final Output DONE = Output.trigger("done")
      .help("Goes off once, when all elements are through.");
  static final Control.Number CONCURRENCY = new Control.Number("concurrency", "At once", 10, 1, 100)
      .help("So many elements may be under way together.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("parallel-for-each", "Parallel For Each").group("Loops")
        .help("Fires 'act' for each element of the list, for many at once, and 'done' when all have been seen "
            + "to. It helps where something waits in each round.")
        .in(TRIGGER, LIST).out(EACH, ELEMENT, INDEX, DONE).control(CONCURRENCY).effect(Effect.PURE)
        .role(new Role.Loop(EACH, ELEMENT, INDEX, DONE)).build();
  }

  @Override
  public Result run(NodeRun run) {
    List<JsonNode> elements = new ArrayList<>();
    run.find(LIST).ifPresent(list -> list.forEach(elements::add));
    return Result.iterate(elements, (int) run.control(CONCURRENCY));
  }
}
