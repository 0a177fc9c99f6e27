package io.spellmesh.spell;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells.Change;
import io.spellmesh.contract.spell.Spells.Patch;
import io.spellmesh.contract.spell.Spells.Spell;
import java.util.Optional;

/** Applies a patch (RFC 6902) to a spell's name and graph. */
final class GraphPatch {
  private static final int MOST_OPERATIONS = 10_000;
  /** What the smallest value takes in the heap, about. */
  private static final int NODE_BYTES = 64;

  private final long mostBytes;
  private long copied;

  private GraphPatch(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * The change that a patch comes to. The graph it makes is yet to be checked.
   *
   * @param mostBytes of a graph, and of all that a patch copies
   * @throws Failure BAD_REQUEST, if the patch does not fit the spell
   */
  static Change change(Spell spell, Patch patch, long mostBytes) {
    JsonNode patched = new GraphPatch(mostBytes).apply(spell, patch.patch());
    JsonNode name = patched.path("name");
    if (!name.isTextual() || !(patched.path("graph") instanceof ObjectNode graph) || patched.size() != 2) {
      throw Failure.badRequest("the patch must leave a 'name' that is text, a 'graph' that is an object, "
          + "and nothing beside them");
    }
    try {
      return new Change(spell.id(), patch.base(), Optional.of(name.textValue()), Optional.of(graph));
    } catch (IllegalArgumentException wrong) {
      throw Failure.badRequest(wrong.getMessage());
    }
  }

  private JsonNode apply(Spell spell, JsonNode patch) {
    if (patch.size() > MOST_OPERATIONS) {
      throw Failure.badRequest("the patch has " + patch.size() + " operations, at most " + MOST_OPERATIONS);
    }
    ObjectNode patched = JsonNodeFactory.instance.objectNode().put("name", spell.name());
    patched.set("graph", spell.graph());
    for (int i = 0; i < patch.size(); i++) {
      JsonNode operation = patch.get(i);
      try {
        bound(patched, operation);
        JsonPatch.applyInPlace(JsonNodeFactory.instance.arrayNode().add(operation), patched);
      } catch (JsonPatchApplicationException | IllegalArgumentException wrong) {
        throw Failure.badRequest("operation " + i + " of the patch cannot be applied: "
            + Excerpt.of(String.valueOf(wrong.getMessage())));
      }
    }
    return patched;
  }

  /**
   * What the library lets pass: the target of a removal may be absent there, a few dozen copies of the whole
   * into itself would fill the heap, and as many moves the stack.
   */
  private void bound(JsonNode patched, JsonNode operation) {
    String kind = operation.path("op").asText();
    String path = operation.path("path").asText();
    if (path.isEmpty() && !kind.equals("test")) {
      throw new IllegalArgumentException("it names no path, must begin with /name or /graph");
    }
    if (kind.equals("remove") && patched.at(JsonPointer.compile(path)).isMissingNode()) {
      throw new IllegalArgumentException("there is nothing at " + path);
    }
    if (!kind.equals("copy") && !kind.equals("move")) {
      return;
    }
    JsonNode source = patched.at(JsonPointer.compile(operation.path("from").asText()));
    if (GraphRules.isDeeper(source, Wire.DEEPEST)) {
      throw new IllegalArgumentException("it nests more than " + Wire.DEEPEST + " levels deep");
    }
    copied += kind.equals("copy") ? weigh(source) : 0;
    if (copied > mostBytes) {
      throw new IllegalArgumentException("the patch copies more than " + mostBytes + " bytes");
    }
  }

  private static long weigh(JsonNode value) {
    long weight = NODE_BYTES + (value.isTextual() ? value.textValue().length() : 0);
    for (var field : value.properties()) {
      weight += field.getKey().length() + weigh(field.getValue());
    }
    if (value.isArray()) {
      for (JsonNode element : value) {
        weight += weigh(element);
      }
    }
    return weight;
  }
}
