package io.spellmesh.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
  @TempDir
  Path cluster;

  @Test
  void isAbsentUntilItsFileSaysWhere() throws IOException {
    assertTrue(Postmaster.of(cluster).isEmpty());
    write("17", "/data", "1795350500");
    assertTrue(Postmaster.of(cluster).isEmpty());
    write("17", "/data", "1795350500", "", "");
    assertTrue(Postmaster.of(cluster).isEmpty());

    write("17", "/data", "1795350500", "5433", "", "127.0.0.1", "  2147474         4", "ready   ");

    assertEquals(new Postmaster(cluster, 17, 5433), Postmaster.of(cluster).orElseThrow());
  }

  @Test
  void isNotAliveBecauseSomebodyElseHasItsNumber() throws IOException {
    assertFalse(new Postmaster(cluster, ProcessHandle.current().pid(), 5433).isAlive());
  }

  @Test
  void losesOnlyItsNumberWhenDisowned() throws IOException {
    write("17", "/data", "1795350500", "5433", "", "127.0.0.1", "  2147474         4", "ready   ");

    Postmaster.of(cluster).orElseThrow().disown();

    List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
    assertEquals("2147483647", lines.get(0));
    assertEquals("  2147474         4", lines.get(6));
    assertFalse(Postmaster.of(cluster).orElseThrow().isAlive());
  }

  private void write(String... lines) throws IOException {
    Files.write(cluster.resolve("postmaster.pid"), List.of(lines));
  }
}
