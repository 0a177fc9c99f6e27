package io.spellmesh.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that says where it is ready, and is measured. */
public final class Server implements AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(60);
  private static final String READY = " is ready at ";

  private final Process process;
  private final URI base;
  private final Duration toReady;

  private Server(Process process, URI base, Duration toReady) {
    this.process = process;
    this.base = base;
    this.toReady = toReady;
  }

  /**
   * Starts a JVM and waits for its ready line.
   *
   * @param arguments   of {@code java}
   * @param environment on top of our own without {@code SPELLMESH_}
   * @param folder      where it works; its log goes to {@code log} there
   */
  public static Server start(List<String> arguments, Map<String, String> environment, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
        .toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    builder.environment().keySet().removeIf(key -> key.startsWith("SPELLMESH_"));
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    Process process = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int at = line.indexOf(READY);
      if (at >= 0) {
        return new Server(process, URI.create(line.substring(at + READY.length()).strip()),
            Duration.ofNanos(System.nanoTime() - began));
      }
    }
    throw new IOException("the server did not start: " + Files.readString(folder.resolve("log")));
  }

  public URI base() {
    return base;
  }

  public long pid() {
    return process.pid();
  }

  public Duration toReady() {
    return toReady;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
