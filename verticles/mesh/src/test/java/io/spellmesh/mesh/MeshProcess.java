package io.spellmesh.mesh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A running program and what it has said. */
public final class MeshProcess {
  /** A loaded machine; a quiet one takes 105 s for all that the browser looks at in access.test.mjs. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Lines out;
  private final Lines err;

  MeshProcess(Process process) {
    this.process = process;
    this.out = new Lines(process.getInputStream());
    this.err = new Lines(process.getErrorStream());
  }

  /** The first line on standard output that fits, once there is one. */
  public String awaitLine(Predicate<String> fits) {
    Optional<String> line = out.await(fits);
    return line.orElseThrow(() -> new AssertionError("the program ended or said nothing in "
        + PATIENCE.toSeconds() + " s; output " + out.lines + ", errors " + String.join("\n", err.lines)));
  }

  /** Waits for the end. @return the exit code */
  public int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the program did not end; errors " + String.join("\n", err.lines));
      }
      out.awaitEnd();
      err.awaitEnd();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  /** All of standard output; complete after the end. */
  public List<String> output() {
    return List.copyOf(out.lines);
  }

  /** All of standard error; complete after the end. */
  public List<String> errors() {
    return List.copyOf(err.lines);
  }

  public Process process() {
    return process;
  }

  private static final class Lines {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private boolean ended;

    Lines(InputStream stream) {
      reader = Thread.ofVirtual().start(() -> read(stream));
    }

    private void read(InputStream stream) {
      try (var text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = text.readLine(); line != null; line = text.readLine()) {
          add(line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        end();
      }
    }

    private synchronized void add(String line) {
      lines.add(line);
      notifyAll();
    }

    private synchronized void end() {
      ended = true;
      notifyAll();
    }

    private synchronized Optional<String> await(Predicate<String> fits) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      try {
        while (true) {
          Optional<String> found = lines.stream().filter(fits).findFirst();
          long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
          if (found.isPresent() || ended || left <= 0) {
            return found;
          }
          wait(left);
        }
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted while waiting", e);
      }
    }

    private void awaitEnd() throws InterruptedException {
      reader.join(PATIENCE);
    }
  }
}
