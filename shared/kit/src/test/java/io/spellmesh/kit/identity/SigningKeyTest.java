package io.spellmesh.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.kit.config.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  @TempDir
  Path folder;

  @Test
  void makesAKeyForItsOwnerAloneAndKeepsIt() throws Exception {
    SigningKey made = SigningKey.load(Optional.empty(), folder.resolve("data"));
    SigningKey again = SigningKey.load(Optional.empty(), folder.resolve("data"));

    assertEquals(made.id(), again.id());
    assertTrue(made.generated() && again.generated());
    assertEquals("rw-------", permissions(folder.resolve("data/keys/signing.pem")));
    assertEquals("rwx------", permissions(folder.resolve("data/keys")));
  }

  @Test
  void makesOneKeyForAllWhoStartAtOnce() throws Exception {
    int starters = 16;
    CyclicBarrier atOnce = new CyclicBarrier(starters);
    Set<String> keys = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(starters)) {
      Callable<String> start = () -> {
        atOnce.await();
        return SigningKey.load(Optional.empty(), folder.resolve("data")).id();
      };
      List<Future<String>> started = Stream.generate(() -> threads.submit(start)).limit(starters).toList();
      for (Future<String> one : started) {
        keys.add(one.get());
      }
    }

    assertEquals(1, keys.size());
    try (Stream<Path> left = Files.list(folder.resolve("data/keys"))) {
      assertEquals(List.of("signing.pem"), left.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void staysGeneratedWhereverItIsNamed() {
    SigningKey made = SigningKey.load(Optional.empty(), folder);

    assertTrue(SigningKey.load(Optional.of(made.file()), folder.resolve("other")).generated());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsThePublicKeyOfAnOperatorsFile(int round) throws Exception {
    KeyPair pair = pair("secp256r1");
    Path file = folder.resolve("operator" + round + ".pem");
    Files.writeString(file, pem(pair, "PRIVATE KEY"));

    SigningKey loaded = SigningKey.load(Optional.of(file), folder);

    assertFalse(loaded.generated());
    assertEquals(((ECPublicKey) pair.getPublic()).getW(), loaded.open().getW());
  }

  @Test
  void refusesFilesThatHoldNoSuchKey() throws Exception {
    Path file = folder.resolve("key.pem");
    String broken = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";
    for (String text : List.of("", "secret", broken, pem(pair("secp256r1"), "EC PRIVATE KEY"),
        pem(pair("secp384r1"), "PRIVATE KEY"))) {
      Files.writeString(file, text);

      ConfigurationException refused = assertThrows(ConfigurationException.class,
          () -> SigningKey.load(Optional.of(file), folder), text);
      assertTrue(refused.getMessage().startsWith("auth.signing-key: " + file), refused.getMessage());
      assertTrue(refused.getMessage().contains("openssl genpkey"), refused.getMessage());
    }
  }

  @Test
  void refusesAFileThatIsNotThere() {
    ConfigurationException refused = assertThrows(ConfigurationException.class,
        () -> SigningKey.load(Optional.of(folder.resolve("nowhere.pem")), folder));

    assertTrue(refused.getMessage().contains("nowhere.pem cannot be read"), refused.getMessage());
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static KeyPair pair(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static String pem(KeyPair pair, String title) {
    return "-----BEGIN " + title + "-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
        + "\n-----END " + title + "-----\n";
  }
}
