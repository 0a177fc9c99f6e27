package io.spellmesh.kit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.kit.DataConfig;
import io.spellmesh.kit.identity.AuthConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The project's own conf/mesh.yaml. */
class MeshYamlTest {
  private static final Path FILE = Path.of("..", "..", "conf", "mesh.yaml");

  @Test
  void isReadAndHasWhatThisRoomAsksFor() throws Exception {
    Settings settings = Settings.load(Optional.empty(), Map.of(), Files.readString(FILE));

    assertEquals(Path.of("data"), DataConfig.of(settings).folder());
    assertEquals(10, DataConfig.of(settings).database().poolSize());
    assertEquals(Optional.empty(), settings.section("auth", AuthConfig.class).signingKey());
    assertTrue(settings.masked().contains("http.port: 8080"), settings.masked()::toString);
  }

  @Test
  void saysOfEverySectionWhatItIsFor() throws Exception {
    List<String> lines = Files.readAllLines(FILE);

    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches("[a-z].*:")) {
        String first = lines.get(i + 1);
        assertFalse(first.isBlank(), lines.get(i));
        assertTrue(first.strip().startsWith("#"), lines.get(i) + " begins with " + first);
      }
    }
  }
}
