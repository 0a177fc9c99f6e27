package io.spellmesh.engine.plan;

import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.spell.StoredNode;
import io.spellmesh.engine.spell.StoredSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sockets of one saved node, and what the keys on its edges mean today. */
final class Sockets {
  private static final String TRIGGER = "trigger";
  /** What trigger sockets were called before 2022. */
  private static final String OLD_TRIGGER = "data";

  private final Map<String, String> inputNames = new HashMap<>();
  private final Map<String, SocketType> inputTypes = new HashMap<>();
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private final Map<String, String> inputKeys = new HashMap<>();
  private final Map<String, String> outputKeys = new HashMap<>();
  private final boolean known;

  Sockets(StoredNode node, Optional<NodeCatalog.Known> type) {
    known = type.isPresent();
    type.ifPresent(found -> {
      for (Input<?> input : found.spec().inputs()) {
        inputNames.put(input.key(), input.name());
        inputTypes.put(input.key(), input.type());
      }
      for (Output output : found.spec().outputs()) {
        outputs.put(output.key(), output);
      }
      Alias alias = found.alias();
      inputKeys.putAll(alias.inputs());
      outputKeys.putAll(alias.outputs());
    });
    for (StoredSocket added : node.addedInputs()) {
      inputNames.put(added.key(), added.name());
      inputTypes.put(added.key(), typeOf(added));
      inputKeys.remove(added.key());
    }
    for (StoredSocket added : node.addedOutputs()) {
      outputs.put(added.key(), new Output(added.key(), added.name(), typeOf(added)));
      outputKeys.remove(added.key());
    }
    if (outputs.containsKey(TRIGGER) && !outputs.containsKey(OLD_TRIGGER)) {
      outputKeys.putIfAbsent(OLD_TRIGGER, TRIGGER);
    }
    // Edges of a Spell node may use the name of a socket where its key is an id.
    for (StoredSocket added : node.addedInputs()) {
      if (!inputNames.containsKey(added.name())) {
        inputKeys.putIfAbsent(added.name(), added.key());
      }
    }
    for (StoredSocket added : node.addedOutputs()) {
      if (!outputs.containsKey(added.name())) {
        outputKeys.putIfAbsent(added.name(), added.key());
      }
    }
  }

  private static SocketType typeOf(StoredSocket socket) {
    if (socket.isTrigger()) {
      return SocketType.TRIGGER;
    }
    return socket.socketType().flatMap(SocketType::fromSaved).orElse(SocketType.ANY);
  }

  String inputKey(String saved) {
    return inputKeys.getOrDefault(saved, saved);
  }

  String outputKey(String saved) {
    return outputKeys.getOrDefault(saved, saved);
  }

  String inputName(String key) {
    return inputNames.getOrDefault(key, key);
  }

  /** One that nobody declares takes anything. */
  SocketType inputType(String key) {
    return inputTypes.getOrDefault(key, SocketType.ANY);
  }

  boolean declares(String outputKey) {
    return outputs.containsKey(outputKey);
  }

  /** An output that nobody declares is data, but one called trigger on an unknown type is a trigger. */
  boolean isTrigger(String outputKey) {
    Output declared = outputs.get(outputKey);
    return declared == null ? !known && outputKey.equals(TRIGGER) : declared.isTrigger();
  }

  List<Output> outputs() {
    return new ArrayList<>(outputs.values());
  }
}
