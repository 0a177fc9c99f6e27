package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node as it was saved. The JSON in it is the stored graph's own: read it, never change it.
 *
 * @param id           its key in {@code nodes}, by which connections name it
 * @param name         the name of its type, of any age; empty if it was missing
 * @param data         its settings; empty if they were missing
 * @param y            how far down it was drawn; 0 if nothing says
 * @param saved        the whole node
 * @param inputs       by socket key in stored order, with the connections saved at this side in stored
 *                     order; an unconnected socket may have an empty list or be absent
 * @param outputs      likewise
 * @param addedInputs  {@code data.inputs} in stored order
 * @param addedOutputs {@code data.outputs} in stored order
 */
public record StoredNode(String id, String name, ObjectNode data, double y, ObjectNode saved,
    Map<String, List<StoredEnd>> inputs, Map<String, List<StoredEnd>> outputs,
    List<StoredSocket> addedInputs, List<StoredSocket> addedOutputs) {
  public StoredNode {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    addedInputs = List.copyOf(addedInputs);
    addedOutputs = List.copyOf(addedOutputs);
  }
}
