package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that a cluster's {@code postmaster.pid} names, dead or alive.
 *
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">layout of the files</a>
 */
record Postmaster(Path cluster, long pid, int port) {
  private static final String FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;
  /** Above every system's largest process id. */
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  /** Empty if no server has left its file, or the file is not fully written yet. */
  static Optional<Postmaster> of(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve(FILE), StandardCharsets.UTF_8);
      return lines.size() > PORT_LINE
          ? Optional.of(new Postmaster(cluster, Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip())))
          : Optional.empty();
    } catch (NoSuchFileException | NumberFormatException absentOrHalfWritten) {
      return Optional.empty();
    }
  }

  /** Whether the process is a PostgreSQL of this cluster, and not a zombie or one that got its number. */
  boolean isAlive() throws IOException {
    Path process = Path.of("/proc", String.valueOf(pid), "cmdline");
    if (Files.isDirectory(Path.of("/proc/self"))) {
      try {
        return Files.readString(process, StandardCharsets.ISO_8859_1).contains(asBytes(cluster));
      } catch (NoSuchFileException gone) {
        return false;
      }
    }
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
        .map(running -> running.info().command().map(command -> command.contains("postgres")).orElse(true))
        .orElse(false);
  }

  /**
   * Takes the process id out of the file of a dead server, for PostgreSQL refuses to start while any
   * process of the same user has that number. The rest of the file stays: by it a new server notices
   * that children of the dead one still write.
   */
  void disown() throws IOException {
    Path file = cluster.resolve(FILE);
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (!lines.set(0, NOBODY).equals(NOBODY)) {
      Files.write(file, lines, StandardCharsets.UTF_8);
    }
  }

  /**
   * Ends what a dead server's children still do. Most go by themselves; one that computes goes on to the
   * end of its statement, and until then no new server may start. Their data is safe in the log.
   *
   * @return how many there were
   */
  static int endOrphans(Path cluster) {
    List<ProcessHandle> orphans = ProcessHandle.allProcesses()
        .filter(process -> worksIn(cluster, process)).toList();
    orphans.forEach(ProcessHandle::destroyForcibly);
    return orphans.size();
  }

  /** PostgreSQL's processes all have the cluster as their working folder, and nothing else has. */
  private static boolean worksIn(Path cluster, ProcessHandle process) {
    try {
      Path program = Path.of("/proc", String.valueOf(process.pid()));
      return Files.readSymbolicLink(program.resolve("cwd")).equals(cluster)
          && Files.readSymbolicLink(program.resolve("exe")).endsWith("bin/postgres");
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static String asBytes(Path path) {
    return new String(path.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
