package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.kit.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfFilesTest {
  @TempDir
  private Path folder;

  @Test
  void aFileOfTheFolderReplacesThePackedOneAndNoOther() throws IOException {
    Files.writeString(folder.resolve("cluster.xml"), "mine");
    ConfFiles conf = ConfFiles.of(Optional.of(folder));

    assertEquals("mine", conf.text("cluster.xml"));
    assertEquals(ConfFiles.packed("mesh.yaml"), conf.text("mesh.yaml"));
  }

  @Test
  void aFolderThatIsNotThereIsAMistake() {
    Path absent = folder.resolve("absent");

    assertThrows(ConfigurationException.class, () -> ConfFiles.of(Optional.of(absent)));
  }

  @Test
  void everyFileIsPacked() {
    for (String name : List.of("mesh.yaml", "cluster.xml", "logback.xml")) {
      assertTrue(ConfFiles.packed(name).length() > 100, name);
    }
  }
}
