package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.mesh.Launch;
import io.spellmesh.mesh.StartedMesh;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A started program under attack, and what it must keep to itself. */
final class AttackedMesh implements AutoCloseable {
  /** In the inputs of runs, in spells, in passwords: whatever holds it was told something in confidence. */
  static final String CANARY = "kanarienvogel-7fQ2";
  private static final String LINK = "#link=";

  private final Launch launch;
  private final StartedMesh mesh;
  private final Witness witness = new Witness();
  private final AtomicInteger people = new AtomicInteger();

  private AttackedMesh(Launch launch) throws IOException {
    this.launch = launch;
    this.mesh = launch.startAndWait();
    witness.keepSecret(CANARY);
    witness.keepSecret(linkCode());
  }

  /** @param settings by environment variable */
  static AttackedMesh start(String name, Map<String, String> settings) throws IOException {
    Launch launch = Launch.in(Launch.emptyFolder("attack-" + name));
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      launch = launch.with(setting.getKey(), setting.getValue());
    }
    return new AttackedMesh(launch);
  }

  URI base() {
    return mesh.base();
  }

  Path dataFolder() {
    return launch.folder().resolve("data");
  }

  Visitor nobody() {
    return new Visitor(mesh.base(), witness, Visitor.HOME, Map.of());
  }

  Person register() throws IOException {
    int number = people.incrementAndGet();
    String email = "person" + number + "@example.org";
    String password = CANARY + "-password-" + number;
    return Person.of(nobody(), email, password, nobody().post("/api/auth/register",
        Map.of("email", email, "password", password)).must(201).json());
  }

  String linkCode() {
    String line = mesh.program().output().getLast();
    return line.substring(line.indexOf(LINK) + LINK.length());
  }

  static JsonNode example(String name) throws IOException {
    return Wire.read(Files.readAllBytes(
        ProjectFolder.root().resolve("conf/spells").resolve(name + ".spell.json")), JsonNode.class);
  }

  /** The server answers the health check and runs a spell for somebody. */
  void assertServes(Person somebody) throws IOException {
    assertEquals(200, nobody().get("/readyz").status());
    JsonNode run = somebody.run(somebody.importSpell(example("greeting")), Map.of("name", "Ada"));
    assertEquals("Hello Ada!", run.path("outputs").path("greeting").asText(), run.toString());
  }

  /** @throws AssertionError if a secret lies anywhere outside the database, or the program died */
  void assertNothingLeaked() throws IOException {
    assertTrue(mesh.program().process().isAlive(),
        () -> "the program died: " + String.join("\n", mesh.program().errors()));
    List<String> output = mesh.program().output();
    assertEquals(2, output.size(), "two lines, and nothing else on standard output");
    // The code is in the line for the person who started the program, and nowhere else.
    witness.searchLines("standard output",
        List.of(output.getFirst(), output.getLast().replace(linkCode(), "")));
    witness.searchLines("standard error", mesh.program().errors());
    witness.searchFiles(launch.folder(), dataFolder().resolve("postgres/cluster"));
    witness.searchRefusals();
  }

  @Override
  public void close() throws IOException {
    mesh.close();
  }
}
