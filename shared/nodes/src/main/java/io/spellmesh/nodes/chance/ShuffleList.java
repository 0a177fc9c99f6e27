package io.spellmesh.nodes.chance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts a list into an order by chance. */
public final class ShuffleList implements NodeType {
  static final Input<ArrayNode> LIST = Input.list("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SHUFFLED = Output.of("output", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("shuffle-list", "Shuffle List").group("Chance")
        .help("Gives the list with its elements in an order by chance.")
        .in(LIST, TRIGGER).out(DONE, SHUFFLED).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(LIST).map(list -> {
      List<JsonNode> elements = new ArrayList<>();
      list.forEach(elements::add);
      Collections.shuffle(elements, Chance.of(run));
      return Result.of(SHUFFLED, JsonNodeFactory.instance.arrayNode().addAll(elements));
    }).orElse(Result.nothing());
  }
}
