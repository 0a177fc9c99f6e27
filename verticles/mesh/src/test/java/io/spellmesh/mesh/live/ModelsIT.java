package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.mesh.Launch;
import io.spellmesh.mesh.MeshRest;
import io.spellmesh.testkit.LoopbackModels;
import io.spellmesh.testkit.ProjectFolder;
import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** From a tab of the started program to a model server and back. */
class ModelsIT {

  @Test
  void aTabSeesAnAnswerGrowAndItsCancelReachesTheServer() throws IOException {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    try (LoopbackModels models = LoopbackModels.start();
        LiveMesh mesh = LiveMesh.of(Launch.in(Launch.emptyFolder("models"))
            .with("SPELLMESH_COMPLETION_OPENAI_BASE_URL", models.url()))) {
      models.answers((asked, response) -> {
        response.closeHandler(_ -> gone.complete(null));
        response.setChunked(true).putHeader("Content-Type", "text/event-stream")
            .write("data: " + LoopbackModels.chunk("Once", asked) + "\n\n");
      });
      MeshRest ann = mesh.register();
      String spell = ann.importSpell(generator());
      try (LiveTab tab = new LiveTab(() -> BridgeClient.open(mesh.base(), ann.accessToken()), ann.userId(), spell,
          "t1")) {
        UUID run = tab.run(LiveMesh.noInputs());
        tab.await(run, following -> following.pieces() > 0);
        assertFalse(tab.follow(run).hasEnded());

        ann.post("/api/runs/" + run + "/cancel", Map.of()).must(200);

        Waiting.until(gone::isDone);
        assertInstanceOf(RunEvent.Cancelled.class, tab.awaitEnd(run).events().getLast());
      }
      models.says("upon a time");
      JsonNode outputs = ann.run(spell, LiveMesh.noInputs()).get("outputs");
      assertEquals("Ada: I am a little tired today.\nEliza:upon a time", outputs.get("Output").textValue());
    }
  }

  @Test
  void anOldRunKnowsWhatItsModelTookBesideAnAnswerThatIsTooLargeForItsEvents() throws IOException {
    String text = "word ".repeat(5_000);
    try (LoopbackModels models = LoopbackModels.start();
        LiveMesh mesh = LiveMesh.of(Launch.in(Launch.emptyFolder("usage"))
            .with("SPELLMESH_COMPLETION_OPENAI_BASE_URL", models.url()))) {
      models.answers((_, response) -> LoopbackModels.json(200, Wire.read("""
          {"model":"gpt-4o-mini","choices":[{"text":"%s"}],
            "usage":{"prompt_tokens":1000,"completion_tokens":5000}}""".formatted(text), JsonNode.class), response));
      MeshRest ann = mesh.register();

      JsonNode run = ann.run(ann.importSpell(generator()), LiveMesh.noInputs());

      JsonNode events = ann.get("/api/runs/" + run.get("id").textValue() + "/events").must(200);
      List<JsonNode> asking = events.findParents("usage");
      assertEquals(List.of("2"), asking.stream().map(event -> event.get("step").textValue()).toList(),
          events.toString());
      assertEquals("{\"model\":\"gpt-4o-mini\",\"promptTokens\":1000,\"answerTokens\":5000,\"cost\":0.00315}",
          asking.getFirst().get("usage").toString());
      assertTrue(asking.getFirst().get("outputs").findValue("bytes").intValue() > text.length(), events.toString());
    }
  }

  private static JsonNode generator() throws IOException {
    return Wire.read(Files.readAllBytes(
        ProjectFolder.root().resolve("conf/spells/generator.spell.json")), JsonNode.class);
  }
}
