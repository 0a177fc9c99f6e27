package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, with what it prints in a file. */
record ServerCommand(Path output, Path workingFolder) {

  /** A program that ended with something other than 0, with what it printed. */
  static final class Failed extends IOException {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }

  /** @throws Failed if it is not installed, exits with another code than 0 or is not done in time */
  void run(Duration patience, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(workingFolder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    String searchPath = environment.getOrDefault("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    // Our environment may hold API keys, and PGPORT and its like would change what the server does.
    environment.clear();
    environment.putAll(Map.of("PATH", searchPath, "LC_ALL", "C", "TZ", "UTC"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException notInstalled) {
      throw new Failed(notInstalled.getMessage());
    }
    process.getOutputStream().close();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Failed(command + " was not done after " + patience.toSeconds() + " s: " + printed());
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new Failed(command + " exited with " + process.exitValue() + ": " + printed());
    }
  }

  boolean succeeds(List<String> command) throws IOException, InterruptedException {
    try {
      run(Duration.ofSeconds(20), command);
      return true;
    } catch (Failed refused) {
      return false;
    }
  }

  private String printed() throws IOException {
    return Files.exists(output) ? Files.readString(output).strip() : "";
  }
}
