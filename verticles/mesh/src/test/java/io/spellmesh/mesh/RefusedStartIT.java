package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starts that must not succeed: each says in plain lines why, and exits with the code for it. */
class RefusedStartIT {
  private static final int CONFIGURATION = 78;
  private static final int FAILED = 1;

  @Test
  void anOlderJavaHearsWhatItLacks() throws IOException {
    MeshProcess program = launch("java17").onJava(Launch.javaHome(17)).start();

    assertEquals(CONFIGURATION, program.awaitExit());
    assertEquals(1, program.errors().size(), program.errors().toString());
    assertTrue(program.errors().getFirst().startsWith("Spellmesh needs Java 25 or newer; this is Java 17"),
        program.errors().toString());
    assertEquals(List.of(), program.output());
  }

  @Test
  void anUnknownKeyIsAnsweredWithTheOneThatWasMeant() throws IOException {
    MeshProcess program = launch("unknown").with("SPELLMESH_HTTP_PROT", "8080").start();

    assertEquals(CONFIGURATION, program.awaitExit());
    assertSays(program, "SPELLMESH_HTTP_PROT", "SPELLMESH_HTTP_PORT");
  }

  @Test
  void everyMistakeIsNamedAtOnce() throws IOException {
    MeshProcess program = launch("mistakes")
        .with("SPELLMESH_HTTP_PROT", "8080").with("SPELLMESH_DATA_DIRR", "x").start();

    assertEquals(CONFIGURATION, program.awaitExit());
    assertSays(program, "SPELLMESH_HTTP_PROT");
    assertSays(program, "SPELLMESH_DATA_DIRR");
  }

  @Test
  void anUnknownArgumentIsNamed() throws IOException {
    MeshProcess program = launch("argument").withArguments("--jion").start();

    assertEquals(CONFIGURATION, program.awaitExit());
    assertSays(program, "'--jion'", "--join");
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      MeshProcess program = launch("port").with("SPELLMESH_HTTP_PORT", port).start();

      assertEquals(FAILED, program.awaitExit());
      assertSays(program, port, "http.port");
    }
  }

  @Test
  void aGeneratedKeyServesThisMachineOnly() throws IOException {
    MeshProcess program = launch("beyond").with("SPELLMESH_HTTP_HOST", "0.0.0.0").start();

    assertEquals(CONFIGURATION, program.awaitExit());
    assertSays(program, "http.host is '0.0.0.0'", "auth.signing-key");
  }

  @Test
  void aBusWithoutCertificatesServesThisMachineOnly() throws IOException {
    MeshProcess program = launch("bus").with("SPELLMESH_CLUSTER_HOST", "0.0.0.0").start();

    assertEquals(CONFIGURATION, program.awaitExit());
    assertSays(program, "0.0.0.0", "cluster.tls.certificate");
  }

  @Test
  void nobodyToJoinIsSaid() throws IOException {
    MeshProcess program = launch("nobody").withArguments("--join").start();

    assertEquals(CONFIGURATION, program.awaitExit());
    assertSays(program, "--join", "no Spellmesh runs");
  }

  private static Launch launch(String name) throws IOException {
    Path folder = Launch.emptyFolder("refused-" + name);
    return Launch.in(folder);
  }

  /** One line has all of these. */
  private static void assertSays(MeshProcess program, String... parts) {
    assertTrue(program.errors().stream().filter(line -> line.startsWith("spellmesh: "))
        .anyMatch(line -> List.of(parts).stream().allMatch(line::contains)), program.errors().toString());
  }
}
