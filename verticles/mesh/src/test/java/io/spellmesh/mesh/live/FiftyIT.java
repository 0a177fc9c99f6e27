package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.mesh.MeshRest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty people at once, each with a run of their own. */
@ExtendWith(LiveMesh.Shared.class)
class FiftyIT {
  private static final int PEOPLE = 50;

  private record Somebody(MeshRest rest, LiveTab tab) {}

  @Test
  void eachSeesEverythingOfTheirOwnAndNothingElse(LiveMesh mesh) throws IOException {
    List<Somebody> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      MeshRest rest = mesh.register();
      String spell = rest.importSpell(Spells.ticking(10, 5, 20, 2));
      BridgeClient.Framing framing = BridgeClient.Framing.values()[i % 2];
      people.add(new Somebody(rest, new LiveTab(() -> BridgeClient.open(mesh.base(), rest.accessToken(),
          framing, HandMadeSocket.ANY_BUFFER), rest.userId(), spell, "tab")));
    }
    people.forEach(somebody -> somebody.tab.awaitOpened());

    List<UUID> runs = people.stream().map(somebody -> somebody.tab.run(LiveMesh.noInputs())).toList();

    int events = 0;
    int live = 0;
    for (int i = 0; i < PEOPLE; i++) {
      Somebody somebody = people.get(i);
      LiveMesh.assertWhole(somebody.rest, runs.get(i), somebody.tab);
      Following seen = somebody.tab.follow(runs.get(i));
      assertEquals(1, somebody.tab.connections());
      events += seen.events().size();
      live += seen.pieces();
    }
    people.forEach(somebody -> somebody.tab.close());
    people.forEach(somebody -> assertEquals(0, somebody.tab.foreign()));
    assertTrue(live > 0);
    System.out.println("fifty: " + events + " events and " + live + " pieces, none foreign, none missing");
  }
}
