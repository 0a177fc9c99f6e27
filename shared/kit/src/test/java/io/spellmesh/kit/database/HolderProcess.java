package io.spellmesh.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link DatabaseHolder} in a JVM of its own. */
final class HolderProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader says;
  private final PrintStream tell;

  HolderProcess(Path dataDir) throws IOException {
    process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        "-D" + PostgresBinaries.HOME_PROPERTY + "=" + DatabaseFixture.shareBinaries(),
        "-Dlogback.configurationFile=logback-test.xml",
        DatabaseHolder.class.getName(), dataDir.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    says = process.inputReader(StandardCharsets.UTF_8);
    tell = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  void hasOpened() throws IOException {
    hears("open");
  }

  void runs(String sql) throws IOException {
    tell.println(sql);
    hears("done");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
  }

  void leaves() throws InterruptedException {
    tell.close();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void hears(String word) throws IOException {
    String line = says.readLine();
    while (line != null && !line.equals(word)) {
      System.out.println("holder " + process.pid() + ": " + line);
      line = says.readLine();
    }
    assertEquals(word, line);
  }
}
