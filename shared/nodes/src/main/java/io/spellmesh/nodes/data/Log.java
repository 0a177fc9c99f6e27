package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Values;

/** Shows a value with the node, for the person who is looking on. */
public final class Log implements NodeType {
  private static final int LONGEST = 10_000;

  static final Input<JsonNode> VALUE = Input.any("string");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("log", "Log").group("Data")
        .help("Writes the value it gets to the log of the run, after the name that is set.")
        .in(VALUE, TRIGGER).out(DONE).control(NAME).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = run.find(VALUE).map(Values::text).orElse("(no value)");
    String name = run.control(NAME);
    run.log("info", shortened(name.isBlank() ? text : name + ": " + text));
    return Result.nothing();
  }

  static String shortened(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end) + "… (" + line.length() + " characters)";
  }
}
