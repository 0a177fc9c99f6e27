package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.Runner.ReadSpell;
import java.util.List;

/** Files in our format, through text as they travel. */
final class Exported {
  private Exported() {}

  static JsonNode spell(ReadSpell spell) {
    return throughText(entry(spell).put("format", "spellmesh/1"));
  }

  static JsonNode project(List<ReadSpell> spells) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("format", "spellmesh-project/1").put("name", "A project");
    spells.forEach(spell -> file.withArray("spells").add(entry(spell)));
    return throughText(file);
  }

  private static ObjectNode entry(ReadSpell spell) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("name", spell.name()).set("graph", spell.graph());
    entry.set("wrapper", spell.wrapper());
    return entry;
  }

  private static JsonNode throughText(ObjectNode file) {
    return Wire.read(Wire.text(file), JsonNode.class);
  }
}
