package io.spellmesh.mesh.live;

import io.spellmesh.mesh.StartedMesh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a started program holds on to, as the JDK's own tool tells it. */
final class Heap {
  private static final Pattern USED = Pattern.compile("heap .*used (\\d+)K");

  private Heap() {}

  /** Kilobytes in use after everything that nobody refers to has gone. */
  static long usedKilobytes(StartedMesh mesh) throws IOException {
    tell(mesh, "GC.run");
    String told = tell(mesh, "GC.heap_info");
    Matcher used = USED.matcher(told);
    if (!used.find()) {
      throw new AssertionError("cannot be read: " + told);
    }
    return Long.parseLong(used.group(1));
  }

  private static String tell(StartedMesh mesh, String command) throws IOException {
    Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
        String.valueOf(mesh.program().process().pid()), command).redirectErrorStream(true).start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
