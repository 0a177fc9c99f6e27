package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.SpellCall;
import java.util.Optional;

/**
 * A spell as a tool: {@code {name?, description?, parameters?, spell}}, or its id or name alone. An argument
 * {@code input} is what the spell is about; others go to its inputs by name. The engine runs it, and not this.
 */
final class SpellTool implements Tool {
  private static final String MAIN = "input";

  private final String spell;
  private final Completions.Tool seen;

  SpellTool(String idOrName) {
    this(JsonNodeFactory.instance.objectNode().put("spell", idOrName));
  }

  SpellTool(JsonNode described) {
    spell = described.path("spell").asText();
    seen = new Completions.Tool(ToolNames.fitting(described.path("name").asText(spell)),
        described.path("description").asText("Runs the spell '" + spell + "'"),
        described.path("parameters") instanceof ObjectNode schema ? schema : usual());
  }

  private static ObjectNode usual() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties").putObject(MAIN).put("type", "string");
    schema.putArray("required").add(MAIN);
    return schema;
  }

  @Override
  public Completions.Tool seen() {
    return seen;
  }

  @Override
  public Optional<SpellCall> spell(ObjectNode arguments, JsonNode kept) {
    ObjectNode others = arguments.deepCopy();
    Optional<JsonNode> main = Optional.ofNullable(others.remove(MAIN));
    return Optional.of(new SpellCall(spell, others, main, Optional.of(kept)));
  }

  @Override
  public String call(NodeRun run, ObjectNode arguments) {
    throw new IllegalStateException("the engine runs the spell itself, in a scope of its own");
  }
}
