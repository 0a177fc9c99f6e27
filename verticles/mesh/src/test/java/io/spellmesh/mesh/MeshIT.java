package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The built program, from outside. */
class MeshIT {
  private static final String EMAIL = "ada@example.org";
  private static final String PASSWORD = "correct horse battery";

  @Test
  void startsSignsInByLinkImportsRunsAndAnswers() throws IOException {
    try (StartedMesh mesh = Launch.in(Launch.emptyFolder("runs")).startAndWait()) {
      MeshRest owner = mesh.signedIn();
      MeshRest other = mesh.rest().register(EMAIL, PASSWORD);

      JsonNode run = owner.run(owner.importSpell(echo()), input("hello"));
      JsonNode others = other.get("/api/spells").must(200);

      assertEquals("completed", run.get("status").textValue(), run.toString());
      assertEquals("hello", run.get("outputs").get("Output").textValue(), run.toString());
      assertEquals(0, others.get("items").size(), "a stranger sees none of it");
      assertEquals(2, mesh.program().output().size(), "two lines, and nothing else on standard output");
    }
  }

  @Test
  void theExampleOfTheReadmeRuns() throws IOException {
    try (StartedMesh mesh = Launch.in(Launch.emptyFolder("readme")).startAndWait()) {
      MeshRest me = mesh.signedIn();
      Path file = ProjectFolder.root().resolve("conf/spells/greeting.spell.json");
      String spell = me.importSpell(Wire.read(Files.readAllBytes(file), JsonNode.class));

      JsonNode run = me.run(spell, JsonNodeFactory.instance.objectNode().put("name", "Ada"));
      JsonNode events = me.get("/api/runs/" + run.get("id").textValue() + "/events").must(200);

      assertEquals("Hello Ada!", run.get("outputs").get("greeting").textValue(), run.toString());
      assertTrue(events.toString().contains("\"node.completed\""), events.toString());
    }
  }

  @Test
  void aKilledProgramHasLostNothingWhenItStartsAgain() throws IOException {
    Launch launch = Launch.in(Launch.emptyFolder("killed"));
    String spell;
    String ran;
    try (StartedMesh mesh = launch.startAndWait()) {
      MeshRest ada = mesh.rest().register(EMAIL, PASSWORD);
      spell = ada.importSpell(echo());
      ran = ada.run(spell, input("before")).get("id").textValue();
      mesh.kill();

      try (StartedMesh again = launch.startAndWait()) {
        MeshRest back = again.rest().logIn(EMAIL, PASSWORD);
        assertEquals("completed", back.get("/api/runs/" + ran).must(200).findValue("status").textValue());
        assertEquals("after", back.run(spell, input("after")).get("outputs").get("Output").textValue());
      }
    }
  }

  @Test
  void aLinkSignsInOnce() throws IOException {
    try (StartedMesh mesh = Launch.in(Launch.emptyFolder("link")).startAndWait()) {
      mesh.signedIn();

      String code = mesh.program().output().getLast().replaceFirst(".*#link=", "");
      assertEquals(401, mesh.rest().post("/api/auth/link", Map.of("code", code)).status());
    }
  }

  @Test
  void endsInOrderWhenAsked() throws IOException {
    Path folder = Launch.emptyFolder("stopped");
    try (StartedMesh mesh = Launch.in(folder).startAndWait()) {
      assertEquals(200, mesh.rest().get("/readyz").status());
      long began = System.nanoTime();

      int code = mesh.stop();

      assertEquals(0, code, mesh.program().errors().toString());
      assertTrue(System.nanoTime() - began < 30_000_000_000L, "takes at most 30 s");
      assertFalse(Files.exists(folder.resolve("data/postgres/cluster/postmaster.pid")),
          "the server is stopped");
      try (var left = Files.list(folder.resolve("runtime"))) {
        assertEquals(0, left.count(), "nobody finds it any more");
      }
    }
  }

  @Test
  void tellsOfARunWhoseItIsInWordsOrAsJson() throws IOException {
    for (String format : List.of("text", "json")) {
      Launch launch = Launch.in(Launch.emptyFolder("log-" + format)).with("SPELLMESH_LOG_FORMAT", format);
      try (StartedMesh mesh = launch.startAndWait()) {
        MeshRest ada = mesh.rest().register(EMAIL, PASSWORD);
        String spell = ada.importSpell(echo());
        String run = ada.run(spell, input("not to be logged")).get("id").textValue();
        mesh.stop();

        String line = mesh.program().errors().stream().filter(text -> text.contains(run)).findFirst()
            .orElseThrow(() -> new AssertionError(mesh.program().errors().toString()));
        if (format.equals("json")) {
          JsonNode logged = Wire.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
          assertEquals("run ended", logged.get("message").textValue(), line);
          assertEquals(List.of(run, spell), List.of(logged.get("kvpList").findValue("run").textValue(),
              logged.get("kvpList").findValue("spell").textValue()), line);
        } else {
          assertTrue(line.contains("run ended run=\"" + run + "\" spell=\"" + spell + "\" user=\""), line);
        }
        assertFalse(mesh.program().errors().toString().contains("not to be logged"));
      }
    }
  }

  @Test
  void aRehearsalEndsByItselfAndLeavesNothingRunning() throws IOException {
    Path folder = Launch.emptyFolder("rehearsed");

    MeshProcess program = Launch.in(folder).withArguments("--rehearse").start();

    assertEquals(0, program.awaitExit(), program.errors().toString());
    assertTrue(program.output().getFirst().startsWith("Spellmesh is ready at "), program.output().toString());
    assertFalse(Files.exists(folder.resolve("data/postgres/cluster/postmaster.pid")), "the server is stopped");
  }

  @Test
  void aSecondProcessJoinsAndOutlivesTheFirst() throws IOException {
    Launch launch = Launch.in(Launch.emptyFolder("joined"));
    try (StartedMesh first = launch.startAndWait();
        StartedMesh second = launch.withArguments("--join").startAndWait()) {
      MeshRest ada = first.rest().register(EMAIL, PASSWORD);
      String spell = ada.importSpell(echo());

      assertEquals(first.runtimeFile().cluster(), second.runtimeFile().cluster());
      assertEquals(0, first.stop());
      JsonNode run = ada.at(second.base()).run(spell, input("still there"));
      assertEquals("still there", run.get("outputs").get("Output").textValue());
    }
  }

  @Test
  void tellsOthersOfTheSameUserAlone() throws IOException {
    Path folder = Launch.emptyFolder("private");
    try (StartedMesh mesh = Launch.in(folder).startAndWait()) {
      Path file = folder.resolve("runtime").resolve(mesh.runtimeFile().id() + ".json");

      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertTrue(mesh.runtimeFile().member().startsWith("127.0.0.1:"));
    }
  }

  private static ObjectNode input(String text) {
    return JsonNodeFactory.instance.objectNode().put("Input", text);
  }

  private static JsonNode echo() throws IOException {
    try (InputStream file = MeshIT.class.getResourceAsStream("/spells/echo.spell.json")) {
      return Wire.read(file.readAllBytes(), JsonNode.class);
    }
  }
}
