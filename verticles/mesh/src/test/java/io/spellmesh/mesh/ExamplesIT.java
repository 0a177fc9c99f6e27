package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every example spell imports without a warning and runs with what it has. */
class ExamplesIT {

  @Test
  void everyExampleRuns() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(ProjectFolder.root().resolve("conf/spells"))) {
      files = found.filter(file -> file.toString().endsWith(".spell.json")).sorted().toList();
    }
    assertTrue(files.size() > 20, "there are " + files.size() + " examples");
    try (StartedMesh mesh = Launch.in(Launch.emptyFolder("examples")).startAndWait()) {
      MeshRest me = mesh.signedIn();
      for (Path file : files) {
        JsonNode imported = me.post("/api/spells/import", Wire.read(Files.readAllBytes(file), JsonNode.class))
            .must(201);
        String id = imported.get("spells").get(0).get("id").textValue();
        JsonNode run = me.post("/api/spells/" + id + "/runs", Map.of("inputs", Map.of())).must(200).get("run");

        assertEquals("completed", run.get("status").textValue(), file.getFileName() + " " + run);
        assertEquals(0, imported.get("warnings").size(), file.getFileName() + " " + imported);
      }
    }
  }
}
