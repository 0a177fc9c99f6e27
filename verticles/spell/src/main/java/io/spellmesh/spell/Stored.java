package io.spellmesh.spell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.spell.Spells.SpellHead;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/**
 * A version of a spell as it lies in the database.
 *
 * @param graph JSON
 */
record Stored(SpellHead head, String graph) {

  static Stored of(Row row) {
    return new Stored(head(row), row.getString("graph"));
  }

  static SpellHead head(Row row) {
    return new SpellHead(row.getUUID("id"), row.getUUID("project"), row.getString("name"),
        row.getInteger("version"), Optional.ofNullable(row.getInteger("published")),
        row.getOffsetDateTime("created").toInstant(), row.getOffsetDateTime("updated").toInstant());
  }

  Spell with(ObjectNode parsed) {
    return new Spell(head.id(), head.project(), head.name(), head.version(), head.published(), parsed,
        head.created(), head.updated());
  }
}
