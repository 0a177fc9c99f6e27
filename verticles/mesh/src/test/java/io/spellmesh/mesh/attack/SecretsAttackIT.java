package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.testkit.LoopbackModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key that Ada keeps is used for her, and is found nowhere: no answer, event, log line, or byte of the database. */
@Tag("attack")
class SecretsAttackIT {
  private static final String KEY = "ada-zaunkoenig-81mQx7";

  @Test
  void aKeyThatIsKeptIsFoundNowhere() throws IOException {
    try (LoopbackModels models = LoopbackModels.start();
        AttackedMesh mesh = AttackedMesh.start("secrets", Map.of("SPELLMESH_LOG_LEVEL", "DEBUG",
            "SPELLMESH_COMPLETION_OPENAI_BASE_URL", models.url(),
            "SPELLMESH_COMPLETION_OPENAI_RETRIES", "0"))) {
      Person ada = mesh.register();
      ada.rest().witness().keepSecret(KEY);
      ada.rest().put("/api/secrets/openai", Map.of("value", KEY)).must(200);
      String spell = ada.importSpell(AttackedMesh.example("generator"));

      models.answers((asked, response) -> LoopbackModels.json(401,
          LoopbackModels.error("Incorrect API key provided: " + asked.key().orElse("none")), response));
      JsonNode refused = ada.run(spell, Map.of());
      Reply direct = ada.rest().post("/api/completions", Map.of("prompt", "Hi"));
      models.says("well");
      JsonNode answered = ada.run(spell, Map.of());

      assertEquals("failed", refused.get("status").textValue(), refused.toString());
      assertEquals(502, direct.status(), direct.excerpt());
      assertEquals("completed", answered.get("status").textValue(), answered.toString());
      assertTrue(models.asked().stream().allMatch(asked -> asked.key().filter(KEY::equals).isPresent()),
          "the key was not used");
      for (String path : List.of("/api/secrets", "/api/requests", "/api/runs", "/api/spells/" + spell + "/export",
          "/api/runs/" + refused.get("id").textValue() + "/events",
          "/api/runs/" + answered.get("id").textValue() + "/events", "/api/users/me")) {
        String body = ada.rest().get(path).must(200).body();
        assertFalse(body.contains(KEY), path + ": " + body);
      }
      assertFalse(refused.toString().contains(KEY) || direct.body().contains(KEY), refused.toString());
      mesh.assertNothingLeaked();
      assertEquals(List.of(), holding(mesh.dataFolder().resolve("postgres/cluster")));
    }
  }

  /** Files with the key in them as it is. */
  private static List<Path> holding(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(SecretsAttackIT::holdsKey).toList();
    }
  }

  private static boolean holdsKey(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(KEY);
    } catch (IOException gone) {
      // The server removes files while this goes on; what is gone holds nothing.
      return false;
    }
  }
}
