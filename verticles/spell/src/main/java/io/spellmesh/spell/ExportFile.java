package io.spellmesh.spell;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Our file formats, as they are written; the runner's importer reads them. */
final class ExportFile {
  static final String SPELL_FORMAT = "spellmesh/1";
  static final String PROJECT_FORMAT = "spellmesh-project/1";

  /** Fields of old wrappers that say who somebody is or what he may; compared without case and _. */
  private static final Set<String> PRIVATE = Set.of("userid", "user", "creatorid", "creator", "ownerid",
      "owner", "email", "secret", "secrets", "token", "apikey", "apikeys", "password");

  private ExportFile() {}

  /** {@code id} is what other spells of the file may name it by; it gets a new one where it is imported. */
  static ObjectNode spell(Draft draft) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("format", SPELL_FORMAT);
    file.put("id", draft.id().toString());
    file.put("name", draft.name());
    file.set("graph", Wire.read(draft.graph(), ObjectNode.class));
    file.set("wrapper", wrapper(draft));
    return file;
  }

  static ObjectNode project(String name, List<Draft> drafts) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("format", PROJECT_FORMAT);
    file.put("name", name);
    ArrayNode spells = file.putArray("spells");
    drafts.forEach(draft -> spells.add(spell(draft)));
    return file;
  }

  private static ObjectNode wrapper(Draft draft) {
    ObjectNode wrapper = Wire.read(draft.wrapper(), ObjectNode.class);
    wrapper.properties().removeIf(field ->
        PRIVATE.contains(field.getKey().toLowerCase(Locale.ROOT).replace("_", "")));
    if (!draft.oldIds().isEmpty()) {
      ArrayNode formerIds = wrapper.putArray(ImportedSpell.FORMER_IDS);
      draft.oldIds().forEach(formerIds::add);
    }
    return wrapper;
  }
}
