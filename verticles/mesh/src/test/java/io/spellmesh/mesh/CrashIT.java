package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What REST answered as completed is completed, whatever is killed in the middle of the load. */
class CrashIT {
  private static final int KILLS = 3;
  private static final int PERSONS = 6;
  private static final int ANSWERS_BEFORE_A_KILL = 60;

  @Test
  void killingTheProgramLosesNoRunThatWasAnswered() throws IOException, InterruptedException {
    Launch launch = Launch.in(Launch.emptyFolder("crash-program"));
    List<Load.Promised> promised = new ArrayList<>();
    String spell = "";
    for (int kill = 0; kill < KILLS; kill++) {
      try (StartedMesh mesh = launch.startAndWait()) {
        MeshRest me = mesh.signedIn();
        spell = spell.isEmpty() ? me.importSpell(echo()) : spell;
        try (Load load = new Load(me, spell, PERSONS)) {
          load.awaitMore(ANSWERS_BEFORE_A_KILL);
          mesh.kill();
          promised.addAll(load.stop());
        }
      }
    }
    try (StartedMesh mesh = launch.startAndWait()) {
      MeshRest me = mesh.signedIn();
      assertKept(me, promised);
      assertNoneIsLeftRunning(me);
    }
  }

  @Test
  void killingPostgresLosesNoRunThatWasAnsweredAndRunsGoOn() throws IOException, InterruptedException {
    Launch launch = Launch.in(Launch.emptyFolder("crash-postgres"));
    try (StartedMesh mesh = launch.startAndWait()) {
      MeshRest me = mesh.signedIn();
      String spell = me.importSpell(echo());
      List<Load.Promised> promised;
      // One load for all: what a kill held up may take its whole turn of waiting, while others go on.
      try (Load load = new Load(me, spell, PERSONS)) {
        for (int kill = 0; kill < KILLS; kill++) {
          load.awaitMore(ANSWERS_BEFORE_A_KILL);
          killPostgres(launch);
        }
        load.awaitMore(ANSWERS_BEFORE_A_KILL);
        promised = List.copyOf(load.stop());
      }
      assertKept(me, promised);
      assertNoneIsLeftRunning(me);
    }
  }

  private static void assertKept(MeshRest me, List<Load.Promised> promised) throws IOException {
    assertTrue(promised.size() >= KILLS * ANSWERS_BEFORE_A_KILL, promised.size() + " runs were answered");
    Set<String> runs = new HashSet<>();
    for (Load.Promised run : promised) {
      assertTrue(runs.add(run.run()), "two answers for one run");
      JsonNode kept = me.get("/api/runs/" + run.run()).must(200);
      assertEquals("completed", kept.path("status").asText(), kept.toString());
      assertEquals(run.text(), kept.path("outputs").path("Output").asText());
    }
    System.out.println("crash: " + promised.size() + " runs answered as completed, all there");
  }

  /** The reaper takes the runs of a process that is gone once its lease has run out. */
  private static void assertNoneIsLeftRunning(MeshRest me) {
    Waiting.until(() -> {
      try {
        return !me.get("/api/runs?limit=200").must(200).findValuesAsText("status").contains("running");
      } catch (IOException unreachable) {
        throw new UncheckedIOException(unreachable);
      }
    });
  }

  private static void killPostgres(Launch launch) throws IOException {
    Path pid = launch.folder().resolve("data/postgres/cluster/postmaster.pid");
    ProcessHandle postmaster =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip())).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }

  private static JsonNode echo() throws IOException {
    try (InputStream file = CrashIT.class.getResourceAsStream("/spells/echo.spell.json")) {
      return Wire.read(file.readAllBytes(), JsonNode.class);
    }
  }
}
