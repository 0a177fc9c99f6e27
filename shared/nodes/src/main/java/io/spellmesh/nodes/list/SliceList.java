package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Takes a piece out of a list. */
public final class SliceList implements NodeType {
  private static final double FARTHEST = 1e9;

  static final Input<ArrayNode> LIST = Input.list("input");
  static final Input<Double> FROM = Input.number("start");
  static final Input<Double> TO = Input.number("end");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output PIECE = Output.of("output", SocketType.ARRAY);
  static final Control.Number START = new Control.Number("start", "From", 0, -FARTHEST, FARTHEST);
  static final Control.Number END = new Control.Number("end", "Up to", FARTHEST, -FARTHEST, FARTHEST);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("slice-list", "Slice List").group("Lists")
        .help("Gives the elements from one place of a list up to another. The first is 0; what is negative "
            + "counts from the end. A wired socket wins over the card.")
        .in(LIST, FROM, TO, TRIGGER).out(DONE, PIECE).control(START, END).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    double start = run.find(FROM).orElseGet(() -> run.control(START));
    double end = run.find(TO).orElseGet(() -> run.control(END));
    return run.find(LIST).map(list -> {
      ArrayNode piece = JsonNodeFactory.instance.arrayNode();
      for (int i = place(start, list.size()); i < place(end, list.size()); i++) {
        piece.add(list.get(i));
      }
      return Result.of(PIECE, piece);
    }).orElse(Result.nothing());
  }

  private static int place(double wanted, int size) {
    return (int) Math.clamp(wanted < 0 ? size + wanted : wanted, 0, size);
  }
}
