package io.spellmesh.mesh;

import io.spellmesh.kit.Member;
import io.spellmesh.testkit.ProjectFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the built program is started in a test: from the shaded jar, in a folder of its own, with a free
 * port, and a cluster of its own.
 *
 * @param folder    working folder; data and runtime files lie under it
 * @param java      the JDK's folder
 * @param settings  by environment variable
 * @param arguments of the program
 * @param jars      beside the program's own on the class path
 */
public record Launch(Path folder, Path java, Map<String, String> settings, List<String> arguments,
    List<Path> jars) {
  private static final Path JAR = Path.of(System.getProperty("spellmesh.jar", "target/spellmesh.jar"));
  private static final Path BINARIES = ProjectFolder.root().resolve("target").resolve("postgres");

  public Launch {
    settings = Map.copyOf(settings);
    arguments = List.copyOf(arguments);
    jars = List.copyOf(jars);
  }

  /** @param folder as {@link #emptyFolder}: JUnit's temporary ones are closed to the server's account */
  public static Launch in(Path folder) {
    return new Launch(folder, Path.of(System.getProperty("java.home")), Map.of(
        "SPELLMESH_HTTP_PORT", "0",
        "SPELLMESH_DATA_DIR", folder.resolve("data").toString(),
        "SPELLMESH_RUNTIME_DIR", folder.resolve("runtime").toString(),
        "SPELLMESH_CLUSTER_NAME", "it-" + Member.newId()), List.of(), List.of());
  }

  /** An empty folder for one test. */
  public static Path emptyFolder(String name) throws IOException {
    return Files.createDirectories(
        ProjectFolder.root().resolve("verticles/mesh/target/it").resolve(name + "-" + Member.newId()));
  }

  /** @param key as {@code SPELLMESH_HTTP_PORT} */
  public Launch with(String key, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(key, value);
    return new Launch(folder, java, more, arguments, jars);
  }

  Launch onJava(Path home) {
    return new Launch(folder, home, settings, arguments, jars);
  }

  public Launch withArguments(String... words) {
    return new Launch(folder, java, settings, List.of(words), jars);
  }

  /** With a jar of somebody else's on the class path, as one that brings node types. */
  public Launch withJar(Path jar) {
    return new Launch(folder, java, settings, arguments, List.of(jar));
  }

  /** Starts it; whoever does ends it. */
  MeshProcess start() throws IOException {
    // Of the second compiler the program would gain less in these seconds than it takes: half of the machine.
    List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Xmx512m", "-Dspellmesh.postgres.binaries=" + BINARIES));
    command.addAll(program());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("SPELLMESH_"));
    builder.environment().putAll(settings);
    return new MeshProcess(builder.start());
  }

  private List<String> program() {
    String own = JAR.toAbsolutePath().toString();
    if (jars.isEmpty()) {
      return List.of("-jar", own);
    }
    // Of a jar that is started as one, Java takes no other class path.
    String all = Stream.concat(Stream.of(own), jars.stream().map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
    return List.of("--enable-native-access=ALL-UNNAMED", "-cp", all, "io.spellmesh.mesh.Main");
  }

  /** Starts it and waits until it is ready. */
  public StartedMesh startAndWait() throws IOException {
    return StartedMesh.of(this);
  }

  /**
   * Another JDK on this machine, looked for where the one that runs the tests and the one that runs Maven
   * lie.
   */
  static Path javaHome(int feature) {
    return Stream.of("java.home", "spellmesh.maven.java.home")
        .map(System::getProperty).filter(home -> home != null).map(Path::of)
        .flatMap(Launch::siblings)
        .filter(home -> isJava(home, feature))
        .findFirst()
        .orElseThrow(() -> new AssertionError(
            "no Java " + feature + " beside the JDKs in use; the build needs one"));
  }

  private static Stream<Path> siblings(Path home) {
    try (Stream<Path> beside = Files.list(home.getParent())) {
      return Stream.concat(Stream.of(home), beside.toList().stream());
    } catch (IOException unreadable) {
      return Stream.of(home);
    }
  }

  private static boolean isJava(Path home, int feature) {
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + feature + ".");
    } catch (IOException none) {
      return false;
    }
  }
}
