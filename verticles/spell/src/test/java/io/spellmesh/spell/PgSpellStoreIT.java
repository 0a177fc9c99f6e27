package io.spellmesh.spell;

import static io.spellmesh.testkit.Waiting.await;
import static io.spellmesh.testkit.Waiting.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PgSpellStoreIT {
  @AutoClose
  private static final SpellRoom ROOM = SpellRoom.open();

  @Test
  void savesNothingOfAFileWhoseLastSpellFails() {
    PgSpellStore spells = new PgSpellStore(ROOM.member.member().database().pool());
    UUID user = UUID.randomUUID();
    UUID project = ROOM.create(user, "before").project();
    Draft good = Draft.drawn("good", "{}");
    Draft sameId = new Draft(good.id(), "same id", List.of(), "{}", "{}");

    Failure failure = failureOf(spells.insert(user, project, List.of(good, sameId)));

    assertEquals(FailureCode.INTERNAL, failure.code());
    assertEquals(1, await(spells.list(user, Optional.empty(), "", Long.MAX_VALUE, 10)).items().size());
  }
}
