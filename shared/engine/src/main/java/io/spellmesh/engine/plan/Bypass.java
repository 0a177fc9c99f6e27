package io.spellmesh.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.spell.StoredNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands for the type of a node that is disabled: no body runs, what comes is handed on. A trigger goes out at the
 * first trigger output of the node, a loop's at {@code done}, and never at {@code error}. Each data output gives what
 * comes at the first wired data input of a type that fits it; a loop has no elements, and gives nothing.
 *
 * @param through key of the data input that each data output gives; outputs that give nothing are not there
 * @param fires   key of the trigger output
 */
record Bypass(NodeSpec spec, Map<String, String> through, List<String> fires) implements NodeType {
  private static final String DISABLED = "disabled";

  static boolean isWanted(StoredNode node) {
    return node.data().path(DISABLED).booleanValue();
  }

  /** What is left of a role: a run neither begins nor ends with the node. A caller still finds its Trigger Out. */
  static Role left(Role role) {
    return role instanceof Role.TriggerExit ? role : new Role.Plain();
  }

  static Bypass of(NodeSpec spec, Sockets sockets, List<DataInput> inputs, List<TriggerOutput> triggers) {
    NodeSpec bypassed = new NodeSpec(spec.type(), spec.title(), spec.group(), spec.help(), spec.aliases(),
        spec.inputs(), spec.outputs(), spec.controls(), Effect.PURE, false, left(spec.role()));
    if (spec.role() instanceof Role.Loop loop) {
      return new Bypass(bypassed, Map.of(), List.of(loop.done().key()));
    }
    Map<String, String> through = new LinkedHashMap<>();
    for (Output output : sockets.outputs()) {
      inputs.stream().map(DataInput::key).filter(key -> fits(sockets.inputType(key), output.type())).findFirst()
          .ifPresent(key -> through.put(output.key(), key));
    }
    Optional<String> first = sockets.outputs().stream().filter(Output::isTrigger).map(Output::key)
        .filter(Bypass::isNoError).findFirst()
        .or(() -> triggers.stream().map(TriggerOutput::key).filter(Bypass::isNoError).findFirst());
    return new Bypass(bypassed, through, first.stream().toList());
  }

  private static boolean isNoError(String trigger) {
    return !trigger.equals("error");
  }

  private static boolean fits(SocketType input, SocketType output) {
    return input != SocketType.TRIGGER && output != SocketType.TRIGGER
        && (input == output || input == SocketType.ANY || output == SocketType.ANY);
  }

  /** The inputs whose values it hands on; nothing is pulled for the others. */
  List<DataInput> read(List<DataInput> inputs) {
    return inputs.stream().filter(input -> through.containsValue(input.key())).toList();
  }

  @Override
  public Result run(NodeRun run) {
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    through.forEach((output, input) ->
        run.find(Input.any(input)).ifPresent(value -> outputs.put(output, value)));
    return new Result(outputs, Optional.of(fires), Optional.empty());
  }
}
