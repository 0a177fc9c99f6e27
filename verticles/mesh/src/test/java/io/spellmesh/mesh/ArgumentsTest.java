package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.kit.config.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void nothingMeansAClusterOfItsOwn() {
    assertEquals(new Arguments(Optional.empty(), new Company.Configured(), false, false),
        Arguments.parse(List.of()));
  }

  @Test
  void aFolderIsGivenEitherWay() {
    Optional<Path> folder = Optional.of(Path.of("some where"));

    assertEquals(folder, Arguments.parse(List.of("--conf", "some where")).conf());
    assertEquals(folder, Arguments.parse(List.of("--conf=some where")).conf());
  }

  @Test
  void joiningNamesOneOrTakesTheNewest() {
    assertEquals(new Company.Newest(), Arguments.parse(List.of("--join")).company());
    assertEquals(new Company.Named("a1"), Arguments.parse(List.of("--join=a1")).company());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--jion", "--conf", "--conf=", "--join=", "join", ""})
  void anythingElseIsRefusedByName(String word) {
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> Arguments.parse(List.of(word)));

    assertTrue(refused.getMessage().startsWith("argument '" + word + "'"), refused.getMessage());
  }
}
