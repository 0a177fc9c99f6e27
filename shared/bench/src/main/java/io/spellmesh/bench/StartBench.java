package io.spellmesh.bench;

import io.spellmesh.bench.process.Cpu;
import io.spellmesh.bench.process.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** From the command to the ready line, with data present; in turns with the AOT cache, if there is one. */
final class StartBench {
  private record Started(long wallMs, long cpuMs, long residentMb) {}

  private StartBench() {}

  static void run(Options options) throws IOException {
    Path folder = options.emptyFolder("start");
    Path cache = Path.of(options.jar().toString().replaceFirst("[.]jar$", ".aot"));
    start(options, folder, List.of());
    List<Started> plain = new ArrayList<>();
    List<Started> cached = new ArrayList<>();
    for (int i = 0; i < options.number("n", 5); i++) {
      plain.add(start(options, folder, List.of()));
      if (Files.exists(cache)) {
        cached.add(start(options, folder, List.of("-XX:AOTCache=" + cache)));
      }
    }
    tell("java -jar", plain);
    if (cached.isEmpty()) {
      System.out.println("no AOT cache beside the jar: ./mvnw -Paot verify -DskipTests makes one");
    } else {
      tell("with AOT cache", cached);
    }
  }

  private static Started start(Options options, Path folder, List<String> flags) throws IOException {
    List<String> arguments = new ArrayList<>(flags);
    arguments.addAll(List.of("-jar", options.jar().toString()));
    try (Server server = Server.start(arguments, Map.of("SPELLMESH_HTTP_PORT", "0",
        "SPELLMESH_DATA_DIR", folder.resolve("data").toString(),
        "SPELLMESH_RUNTIME_DIR", folder.resolve("runtime").toString()), folder)) {
      return new Started(server.toReady().toMillis(), Cpu.of(server.pid()) / 1000,
          Cpu.residentKb(server.pid()) / 1024);
    }
  }

  private static void tell(String what, List<Started> starts) {
    long[] walls = starts.stream().mapToLong(Started::wallMs).sorted().toArray();
    System.out.printf("%-15s wall %s ms, median %d; CPU median %d ms; memory median %d MB%n", what,
        Arrays.toString(walls), walls[walls.length / 2],
        median(starts.stream().mapToLong(Started::cpuMs).toArray()),
        median(starts.stream().mapToLong(Started::residentMb).toArray()));
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
