package io.spellmesh.mesh;

import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The built program, ready, as a process of its own. Closing it ends it, and its database server. */
public final class StartedMesh implements AutoCloseable {
  private static final String READY = "Spellmesh is ready at ";
  private static final String SIGN_IN = "#link=";

  private final Launch launch;
  private final MeshProcess program;
  private final URI base;
  private final String linkCode;

  private StartedMesh(Launch launch, MeshProcess program) {
    this.launch = launch;
    this.program = program;
    this.base = URI.create(program.awaitLine(line -> line.startsWith(READY)).substring(READY.length()));
    String signIn = program.awaitLine(line -> line.contains(SIGN_IN));
    this.linkCode = signIn.substring(signIn.indexOf(SIGN_IN) + SIGN_IN.length());
  }

  static StartedMesh of(Launch launch) throws IOException {
    MeshProcess program = launch.start();
    try {
      return new StartedMesh(launch, program);
    } catch (AssertionError | RuntimeException notReady) {
      program.process().toHandle().destroyForcibly();
      stopServer(launch);
      throw notReady;
    }
  }

  /** Its REST, nobody signed in. */
  public MeshRest rest() {
    return new MeshRest(base);
  }

  /** Its REST, signed in by the printed link; once per start. */
  MeshRest signedIn() throws IOException {
    return rest().signInByLink(linkCode);
  }

  /** What its sign-in link ends with; good once. */
  String linkCode() {
    return linkCode;
  }

  public URI base() {
    return base;
  }

  public MeshProcess program() {
    return program;
  }

  /** The file by which others of this user find it. */
  RuntimeFile runtimeFile() throws IOException {
    try (Stream<Path> files = Files.list(launch.folder().resolve("runtime"))) {
      List<RuntimeFile> mine = files.filter(file -> file.toString().endsWith(".json"))
          .map(file -> Wire.read(bytes(file), RuntimeFile.class))
          .filter(file -> file.pid() == program.process().pid()).toList();
      return mine.getFirst();
    }
  }

  /** As a crash or {@code kill -9}: it gets no word in. Its database server goes on. */
  public void kill() {
    program.process().toHandle().destroyForcibly();
    program.awaitExit();
  }

  /** SIGTERM. @return the exit code */
  public int stop() {
    // By its handle: the process's own destroy closes the streams with its last words.
    program.process().toHandle().destroy();
    return program.awaitExit();
  }

  @Override
  public void close() throws IOException {
    if (program.process().isAlive()) {
      stop();
    }
    stopServer(launch);
  }

  /** What a killed program left running in the test's own folder. */
  private static void stopServer(Launch launch) throws IOException {
    Path pid = launch.folder().resolve("data/postgres/cluster/postmaster.pid");
    if (Files.exists(pid) && users(launch).isEmpty()) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip())).ifPresent(server -> {
        server.destroy();
        server.onExit().join();
      });
    }
  }

  /** Programs of this folder that still run. */
  private static List<RuntimeFile> users(Launch launch) throws IOException {
    try (Stream<Path> files = Files.list(launch.folder().resolve("runtime"))) {
      return files.filter(file -> file.toString().endsWith(".json"))
          .map(file -> Wire.read(bytes(file), RuntimeFile.class)).filter(RuntimeFile::isLive).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
