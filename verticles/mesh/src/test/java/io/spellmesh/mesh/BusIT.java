package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Another JVM, a Java 17 with nothing of ours but the contract, joins the bus, uses the mesh and adds to it. */
class BusIT {

  @Test
  void aJava17ProgramOnTheBusImportsRunsHearsAndOffersANodeType() throws IOException, URISyntaxException {
    Path folder = Launch.emptyFolder("bus");
    String classPath = System.getProperty("java.class.path");
    compile(folder, classPath);
    try (StartedMesh mesh = Launch.in(folder).startAndWait()) {
      RuntimeFile self = mesh.runtimeFile();
      MeshProcess client = new MeshProcess(new ProcessBuilder(
          Launch.javaHome(17).resolve("bin/java").toString(), "-cp", folder + ":" + withoutOurs(classPath),
          "BusClient", self.cluster(), self.member(), resource("/spells/echo.spell.json").toString(),
          resource("/spells/shout.spell.json").toString(), mesh.linkCode()).start());

      assertEquals(0, client.awaitExit(), String.join("\n", client.errors()));
      assertEquals(List.of("java 17", "outputs {\"Output\":\"over the bus\"}", "heard true", "spells 1",
          "stranger UNAUTHENTICATED", "shout HEAR! on 17"), client.output());
    }
  }

  /** Only what an older Java can read: the contract, and libraries; no logging set up, as a stranger has none. */
  private static String withoutOurs(String classPath) {
    String contract = ProjectFolder.root().resolve("shared/contract/target").toString();
    return List.of(classPath.split(":")).stream()
        .filter(entry -> !entry.contains("logback"))
        .filter(entry -> !entry.contains("spellmesh-") && !entry.startsWith(ProjectFolder.root().toString())
            || entry.startsWith(contract) || entry.contains("spellmesh-contract"))
        .reduce((one, other) -> one + ":" + other).orElseThrow();
  }

  private static void compile(Path folder, String classPath) throws URISyntaxException {
    int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-d",
        folder.toString(), "-cp", classPath, resource("/client/BusClient.java").toString());
    assertEquals(0, result, "the client does not compile");
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(BusIT.class.getResource(name), name).toURI());
  }
}
