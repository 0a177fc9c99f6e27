package io.spellmesh.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the whole project, from wherever in it a test was started. */
public final class ProjectFolder {
  private static final String ONLY_AT_THE_ROOT = "mvnw";

  private ProjectFolder() {}

  /** @throws IllegalStateException if the tests run outside the project */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(Optional.of(here), Optional::isPresent, path -> path.map(Path::getParent))
        .flatMap(Optional::stream)
        .filter(folder -> Files.exists(folder.resolve(ONLY_AT_THE_ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "no folder with " + ONLY_AT_THE_ROOT + " above " + here));
  }
}
