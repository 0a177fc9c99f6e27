package io.spellmesh.nodes.variable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.re2j.Pattern;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** A list, written on the card as one text. */
public final class ArrayVariable implements NodeType {
  static final Output VALUE = Output.of("output", SocketType.ARRAY);
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text TEXT = new Control.Text("_var", "Elements", "").withLines();
  static final Control.Text SPLITTER = new Control.Text("splitter", "Splitter", ",").withLines();
  static final Control.Toggle KEEP_EMPTY = new Control.Toggle("keepEmpty", "Keep empty elements", false);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("array-variable", "Array Variable").group("Variables")
        .help("Gives a list: the text that is written on it, cut at each splitter.")
        .out(VALUE).control(NAME, TEXT, SPLITTER, KEEP_EMPTY).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = run.control(TEXT);
    String splitter = run.control(SPLITTER);
    boolean keepEmpty = run.control(KEEP_EMPTY);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (splitter.isEmpty()) {
      text.codePoints().forEach(one -> list.add(Character.toString(one)));
      return Result.of(VALUE, list);
    }
    for (String element : Pattern.compile(Pattern.quote(splitter)).split(text, -1)) {
      if (keepEmpty || !element.isEmpty()) {
        list.add(element);
      }
    }
    return Result.of(VALUE, list);
  }
}
