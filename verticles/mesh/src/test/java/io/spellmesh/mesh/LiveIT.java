package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A tab opens a spell over the bridge of the started program, runs it, and sees what happens. */
class LiveIT {

  @Test
  void aTabSeesEveryEventOfItsRunInOrderOnceAndNobodyElseDoes() throws IOException, InterruptedException {
    try (StartedMesh mesh = Launch.in(Launch.emptyFolder("live")).startAndWait()) {
      MeshRest ann = mesh.rest().register("ann@example.org", "correct horse battery");
      MeshRest bob = mesh.rest().register("bob@example.org", "correct horse battery");
      String spell = ann.importSpell(echo());
      String address = "spellmesh.user." + ann.userId() + ".spell." + spell;

      try (BridgeClient tab = new BridgeClient(mesh.base(), ann.accessToken());
          BridgeClient stranger = new BridgeClient(mesh.base(), bob.accessToken())) {
        tab.register(address);
        stranger.register(address);
        assertEquals("err", stranger.next().path("type").asText());

        JsonNode opened = tab.ask("spellmesh.tab.open", tab("t1", spell));
        assertEquals(spell, opened.path("body").path("spell").path("id").asText(), opened.toString());
        JsonNode refused = stranger.ask("spellmesh.tab.open", tab("t1", spell));
        assertEquals(404, refused.path("failureCode").asInt(), refused.toString());

        String run = UUID.randomUUID().toString();
        ObjectNode order = tab("t1", spell).put("run", run);
        order.putObject("inputs").put("Input", "hello");
        assertEquals(run, tab.ask("spellmesh.tab.run", order).path("body").path("run").asText());

        List<RunEvent> seen = eventsOf(tab, run);
        assertEquals(LongStream.rangeClosed(1, seen.size()).boxed().toList(),
            seen.stream().map(RunEvent::seq).toList());
        assertTrue(seen.getFirst() instanceof RunEvent.Started);
        assertTrue(seen.getLast() instanceof RunEvent.Completed completed
            && completed.outputs().get("Output").asText().equals("hello"), seen.toString());
        JsonNode since = tab.ask("spellmesh.tab.since",
            JsonNodeFactory.instance.objectNode().put("run", run).put("after", 0)).path("body");
        List<RunEvent> kept = new ArrayList<>();
        since.path("groups").forEach(group -> kept.addAll(Wire.read(group, RunGroup.class).events()));
        assertEquals(kept, seen);
        JsonNode foreign = stranger.ask("spellmesh.tab.since",
            JsonNodeFactory.instance.objectNode().put("run", run).put("after", 0));
        assertEquals(404, foreign.path("failureCode").asInt(), foreign.toString());
      }
    }
  }

  /** Everything up to the run's final event; heads in between say nothing new. */
  private static List<RunEvent> eventsOf(BridgeClient tab, String run) throws InterruptedException {
    List<RunEvent> seen = new ArrayList<>();
    while (seen.isEmpty() || !seen.getLast().isFinal()) {
      JsonNode body = tab.next().path("body");
      assertFalse(body.isMissingNode());
      if (body.has("events")) {
        assertEquals(run, body.path("run").asText());
        seen.addAll(Wire.read(body, RunGroup.class).events());
      }
    }
    return seen;
  }

  private static ObjectNode tab(String tab, String spell) {
    return JsonNodeFactory.instance.objectNode().put("tab", tab).put("spell", spell);
  }

  private static JsonNode echo() throws IOException {
    try (InputStream file = LiveIT.class.getResourceAsStream("/spells/echo.spell.json")) {
      return Wire.read(file.readAllBytes(), JsonNode.class);
    }
  }
}
