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

/** Runs what hangs on it once for each element of a list. */
public final class ForEach implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("act1").named("trigger");
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
  static final Role.Loop LOOP = new Role.Loop(EACH, ELEMENT, INDEX, DONE);
  static final Control.Number CONCURRENCY = new Control.Number("concurrency", "At once", 1, 1, 100)
      .help("So many elements may be under way together. With 1 they come one after the other, in order.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("for-each", "ForEach").group("Loops")
        .help("Fires 'act' for each element of the list, in order, and 'done' when all have been seen to.")
        .alias("For Each")
        .in(TRIGGER, LIST).out(EACH, ELEMENT, INDEX, DONE).control(CONCURRENCY).effect(Effect.PURE)
        .role(LOOP).build();
  }

  @Override
  public Result run(NodeRun run) {
    return iterate(run, CONCURRENCY);
  }

  /** Each element of the list is an iteration, as many at once as a control says. */
  static Result iterate(NodeRun run, Control.Number atOnce) {
    List<JsonNode> elements = new ArrayList<>();
    run.find(LIST).ifPresent(list -> list.forEach(elements::add));
    return Result.iterate(elements, (int) run.control(atOnce));
  }
}
