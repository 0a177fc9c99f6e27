package io.spellmesh.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux counts of processes. @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc</a> */
public final class Cpu {
  /** USER_HZ, which is 100 on every Linux that the JDK runs on. */
  private static final long MICROS_A_TICK = 10_000;
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Cpu() {}

  /** CPU time of a process so far, in µs, to 10 ms. */
  public static long of(long pid) {
    List<String> fields = stat(Path.of("/proc", Long.toString(pid)));
    return (number(fields, USER) + number(fields, SYSTEM)) * MICROS_A_TICK;
  }

  /** That of a process and of all it has started, in µs, also of those of them that have ended. */
  public static long ofTree(long pid) {
    List<String> fields = stat(Path.of("/proc", Long.toString(pid)));
    long own = (number(fields, USER) + number(fields, SYSTEM) + number(fields, CHILDREN_USER)
        + number(fields, CHILDREN_SYSTEM)) * MICROS_A_TICK;
    return own + children(pid).mapToLong(Cpu::ofTree).sum();
  }

  /** Memory of a process that is in RAM, in KB. */
  public static long residentKb(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines.filter(line -> line.startsWith("VmRSS:")).findFirst()
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).orElse(0L);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Stream<Long> children(long pid) {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
          .filter(path -> isChild(path, pid)).map(path -> Long.parseLong(path.getFileName().toString()))
          .toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isChild(Path process, long parent) {
    try {
      return number(stat(process), PARENT) == parent;
    } catch (UncheckedIOException ended) {
      return false;
    }
  }

  private static long number(List<String> fields, int index) {
    return Long.parseLong(fields.get(index));
  }

  /** After the name, which may hold anything. */
  private static List<String> stat(Path process) {
    try {
      String text = Files.readString(process.resolve("stat"));
      return List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
