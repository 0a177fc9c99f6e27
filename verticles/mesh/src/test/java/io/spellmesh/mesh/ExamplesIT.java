package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every example spell imports without a warning and runs with what it has, and with the examples that it calls. */
class ExamplesIT {
  private static final String ENDING = ".spell.json";

  @Test
  void everyExampleRuns() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(ProjectFolder.root().resolve("conf/spells"))) {
      files = found.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
    assertTrue(files.size() > 20, "there are " + files.size() + " examples");
    try (StartedMesh mesh = Launch.in(Launch.emptyFolder("examples")).startAndWait()) {
      MeshRest me = mesh.signedIn();
      for (Path file : files) {
        List<String> spells = new ArrayList<>();
        for (JsonNode called : read(file).path("calls")) {
          spells.add(me.importSpell(read(file.resolveSibling(called.textValue() + ENDING))));
        }
        JsonNode imported = me.post("/api/spells/import", read(file)).must(201);
        String id = imported.get("spells").get(0).get("id").textValue();
        spells.add(id);
        JsonNode run = me.post("/api/spells/" + id + "/runs", Map.of("inputs", Map.of())).must(200).get("run");

        assertEquals("completed", run.get("status").textValue(), file.getFileName() + " " + run);
        assertEquals(0, imported.get("warnings").size(), file.getFileName() + " " + imported);
        // None is to live off what another left behind: a person begins with one of them.
        for (String spell : spells) {
          assertEquals(204, me.delete("/api/spells/" + spell).status());
        }
      }
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return Wire.read(Files.readAllBytes(file), JsonNode.class);
  }
}
