package io.spellmesh.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.kit.config.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultKeyTest {
  @TempDir
  Path folder;

  private VaultKey key() {
    return VaultKey.load(Optional.empty(), folder);
  }

  @Test
  void makesAKeyForItsOwnerAloneAndKeepsIt() throws Exception {
    byte[] sealed = key().seal("sk-canary", "ann/openai");

    assertEquals("sk-canary", key().open(sealed, "ann/openai"));
    assertEquals(folder.resolve("keys/vault.key").toAbsolutePath(), key().file());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key().file())));
  }

  @Test
  void sealsEachTimeDifferentlyAndShowsNothing() {
    byte[] once = key().seal("sk-canary", "ann/openai");
    byte[] again = key().seal("sk-canary", "ann/openai");

    assertNotEquals(Base64.getEncoder().encodeToString(once), Base64.getEncoder().encodeToString(again));
    assertFalse(new String(once, StandardCharsets.ISO_8859_1).contains("canary"));
  }

  @Test
  void opensNothingForAnotherPersonNorWithAnotherKeyNorWhatWasChanged() throws Exception {
    byte[] sealed = key().seal("sk-canary", "ann/openai");
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;
    Path other = folder.resolve("other.key");
    Files.writeString(other, Base64.getEncoder().encodeToString(new byte[32]));

    assertRefused(() -> key().open(sealed, "eve/openai"));
    assertRefused(() -> key().open(changed, "ann/openai"));
    assertRefused(() -> VaultKey.load(Optional.of(other), folder).open(sealed, "ann/openai"));
  }

  private static void assertRefused(Runnable opening) {
    Failure refused = assertThrows(Failure.class, opening::run);
    assertEquals(FailureCode.UNPROCESSABLE, refused.code());
    assertTrue(refused.getMessage().contains("another key"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all", "-----BEGIN PRIVATE KEY-----"})
  void refusesAFileThatHoldsNoKey(String text) throws Exception {
    Path file = folder.resolve("wrong.key");
    Files.writeString(file, text);

    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> VaultKey.load(Optional.of(file), folder));

    assertTrue(refused.getMessage().contains("must be 32 bytes in base64"), refused.getMessage());
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThrows(ConfigurationException.class,
        () -> VaultKey.load(Optional.of(folder.resolve("absent.key")), folder));
  }
}
