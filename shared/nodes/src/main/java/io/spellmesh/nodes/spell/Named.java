package io.spellmesh.nodes.spell;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;

/** Which spell a node is to call. */
final class Named {
  private Named() {}

  /** A wired name wins over the one on the card. */
  static String of(NodeRun run, Input<String> wired, Control.Text onCard) {
    String name = run.find(wired).orElseGet(() -> run.control(onCard)).strip();
    if (name.isEmpty()) {
      throw new NodeFailure("needs the name of a spell").at(wired);
    }
    return name;
  }
}
