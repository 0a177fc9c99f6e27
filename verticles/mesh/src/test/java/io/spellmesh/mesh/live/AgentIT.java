package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.mesh.Launch;
import io.spellmesh.mesh.MeshRest;
import io.spellmesh.testkit.LoopbackModels;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model that calls a spell of the project on its way to an answer. */
class AgentIT {
  private static final String AGENT = """
      {"name":"agent","graph":{"id":"spellmesh@0.1.0","nodes":{
        "1":{"id":1,"name":"Trigger In","data":{"name":"Start"},"inputs":{},
          "outputs":{"trigger":{"connections":[{"node":2,"input":"trigger","data":{}}]}},"position":[0,0]},
        "3":{"id":3,"name":"String Variable","data":{"_var":"Greet Ada, and then nobody"},"inputs":{},
          "outputs":{"output":{"connections":[{"node":2,"input":"input","data":{}}]}},"position":[0,200]},
        "2":{"id":2,"name":"Call Agent","data":{"spells":"greeting, Nothing"},
          "inputs":{"trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]},
            "input":{"connections":[{"node":3,"output":"output","data":{}}]}},
          "outputs":{"trigger":{"connections":[{"node":4,"input":"trigger","data":{}}]},
            "result":{"connections":[{"node":4,"input":"input","data":{}}]}},"position":[240,0]},
        "4":{"id":4,"name":"Output","data":{"name":"said"},
          "inputs":{"trigger":{"connections":[{"node":2,"output":"trigger","data":{}}]},
            "input":{"connections":[{"node":2,"output":"result","data":{}}]}},"outputs":{},"position":[480,0]}}}}""";

  @Test
  void aSpellRunsUnderTheAgentsStepAndItsModelHearsWhatCameOfIt() throws IOException {
    try (LoopbackModels models = LoopbackModels.start();
        LiveMesh mesh = LiveMesh.of(Launch.in(Launch.emptyFolder("agent"))
            .with("SPELLMESH_COMPLETION_OPENAI_BASE_URL", models.url()))) {
      models.answers((asked, response) -> {
        if (models.asked().size() == 1) {
          LoopbackModels.json(200, Wire.read("""
              {"choices":[{"message":{"content":null,"tool_calls":[
                {"id":"c1","function":{"name":"greeting","arguments":"{\\"input\\":\\"Ada\\"}"}},
                {"id":"c2","function":{"name":"Nothing","arguments":"{}"}}]}}]}""", JsonNode.class), response);
        } else {
          LoopbackModels.say("Ada was greeted.", asked, response);
        }
      });
      MeshRest ann = mesh.register();
      ann.importSpell(Wire.read(Files.readAllBytes(
          ProjectFolder.root().resolve("conf/spells/greeting.spell.json")), JsonNode.class));
      String agent = ann.importSpell(Wire.read(AGENT, JsonNode.class));

      JsonNode run = ann.run(agent, LiveMesh.noInputs());

      assertEquals("Ada was greeted.", run.path("outputs").path("said").asText(), run.toString());
      JsonNode told = models.asked().getLast().body().get("messages");
      assertEquals("Hello Ada!", told.get(2).get("content").textValue(), told.toString());
      assertTrue(told.get(3).get("content").textValue().startsWith("It failed: "), told.toString());
      List<String> steps = ann.get("/api/runs/" + run.get("id").textValue() + "/events").must(200)
          .findValuesAsText("step");
      assertTrue(steps.stream().anyMatch(step -> step.startsWith("2[0]/")), steps.toString());
    }
  }
}
