package io.spellmesh.nodes.variable;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** An image, given by its address or as a data URL. */
public final class ImageVariable implements NodeType {
  static final Output IMAGE = Output.of("output", SocketType.IMAGE);
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text ADDRESS = new Control.Text("_var", "Address or data URL", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("image-variable", "Image Variable").group("Variables")
        .help("Gives the address of an image, or the image itself as a data URL, as it is written on it.")
        .out(IMAGE).control(NAME, ADDRESS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(IMAGE, TextNode.valueOf(run.control(ADDRESS)));
  }
}
