package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.List;

/** Takes a command apart: {@code /roll 2 6} is the command roll with two arguments. */
public final class CommandParser implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> TEXT = Input.text("command");
  static final Input<ArrayNode> KNOWN = Input.list("commandList");
  static final Output DONE = Output.trigger("trigger");
  static final Output COMMAND = Output.text("command");
  static final Output ARGUMENTS = Output.of("args", SocketType.ARRAY);
  static final Output IS_COMMAND = Output.of("isCommand", SocketType.BOOLEAN);
  static final Control.Toggle CHECK = new Control.Toggle("useCheckList", "Only those of the list", false);
  static final Control.Text STARTER = new Control.Text("commandStarter", "Begins with", "/");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("command-parser", "Command Parser").group("Text")
        .help("Takes a command apart into its name and its arguments, and says whether it is one.")
        .in(TRIGGER, TEXT, KNOWN).out(DONE, COMMAND, ARGUMENTS, IS_COMMAND).control(CHECK, STARTER)
        .effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = run.find(TEXT).orElse("");
    String starter = run.control(STARTER);
    ArrayNode arguments = JsonNodeFactory.instance.arrayNode();
    if (!text.startsWith(starter)) {
      return result("", arguments, false);
    }
    String[] words = text.substring(starter.length()).split(" ", -1);
    for (String argument : List.of(words).subList(1, words.length)) {
      arguments.add(argument);
    }
    boolean isKnown = run.find(KNOWN).map(list -> has(list, words[0])).orElse(false);
    return result(words[0], arguments, isKnown || !run.control(CHECK));
  }

  private static boolean has(ArrayNode list, String command) {
    for (JsonNode known : list) {
      if (Values.text(known).equals(command)) {
        return true;
      }
    }
    return false;
  }

  private static Result result(String command, ArrayNode arguments, boolean isCommand) {
    return Result.of(COMMAND, TextNode.valueOf(command)).and(ARGUMENTS, arguments)
        .and(IS_COMMAND, BooleanNode.valueOf(isCommand));
  }
}
