package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.RandomSpell;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.lab.ThreadHost;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With real threads a run gives what it gives without. */
class ThreadsTest {
  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameWithRealThreads(long seed) throws Exception {
    Program program = new RandomSpell(seed, 120).program(Samples.with());
    Heard expected = Stage.play(program, Stage.json("{}"), SchedulesTest.SETTINGS, new SeededHost(seed));
    Heard heard = new Heard();
    CompletableFuture<RunEvent> end = new CompletableFuture<>();

    try (ThreadHost host = new ThreadHost()) {
      Run run = new Run("run", program, Stage.json("{}"), SchedulesTest.SETTINGS, host, event -> {
        heard.on(event);
        if (event.isFinal()) {
          end.complete(event);
        }
      });
      host.post(run::start);
      end.get(30, TimeUnit.SECONDS);
    }

    assertEquals(new TreeMap<>(expected.outputs()), new TreeMap<>(heard.inOrder().outputs()));
  }
}
