package io.spellmesh.contract.tab;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.spellmesh.contract.Addresses;
import java.util.Optional;
import java.util.UUID;

/**
 * Says on {@link Addresses#userOf} that something is other than the user's pages may have it. It is sent
 * once and may be missed: a page that was away reads anew.
 *
 * @param spell   the one spell that changed; absent where it were several
 * @param version the newest of that spell; absent if the spell is gone
 */
public record News(Kind news, Optional<UUID> spell, Optional<Integer> version) {

  /** What is to be read anew. */
  public enum Kind {
    @JsonProperty("node-types") NODE_TYPES,
    @JsonProperty("spells") SPELLS,
    @JsonProperty("projects") PROJECTS
  }

  public static News of(Kind kind) {
    return new News(kind, Optional.empty(), Optional.empty());
  }

  public static News changed(UUID spell, int version) {
    return new News(Kind.SPELLS, Optional.of(spell), Optional.of(version));
  }

  public static News gone(UUID spell) {
    return new News(Kind.SPELLS, Optional.of(spell), Optional.empty());
  }
}
