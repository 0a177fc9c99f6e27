package io.spellmesh.nodes.web;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Keeps a node of old spells: notebooks run code on a machine of somebody's, by a protocol that is not spoken here. */
public final class JupyterNotebook implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text URL = new Control.Text("url", "URL", "");
  static final Control.Text AUTHORIZATION = new Control.Text("Authorization", "Authorization", "");
  static final Control.Text FILE = new Control.Text("file_name", "Notebook", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("jupyter-notebook", "Jupyter Notebook").group("Web")
        .help("Keeps the notebook of an older spell. It fails when it is reached: ask the server with a Request.")
        .in(TRIGGER).out(DONE, OUTPUT).control(NAME, URL, AUTHORIZATION, FILE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    throw new NodeFailure("runs a notebook, which cannot be done here; ask a server for it with a Request node");
  }
}
