package io.spellmesh.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.spell.StoredGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceReaderTest {
  private final List<Mistake> errors = new ArrayList<>();

  @Test
  void readsNumbersAndTextThatIsOne() {
    assertEquals(new Patience(Optional.of(Duration.ofMillis(1500)), 3, Duration.ofMillis(250)),
        read("{\"timeout\": \"1.5\", \"retries\": 3, \"backoff\": 0.25}"));
    assertEquals(List.of(), errors);
  }

  @Test
  void takesWhatIsUsualWhereNothingIsSaid() {
    for (String nothing : List.of("{}", "{\"timeout\": null, \"retries\": \"\", \"backoff\": \" \"}",
        "{\"timeout\": 0, \"retries\": 0}")) {
      assertEquals(new Patience(Optional.empty(), 0, Duration.ofSeconds(1)), read(nothing));
    }
    assertEquals(List.of(), errors);
  }

  @Test
  void saysWhichNumbersAreNone() {
    read("{\"timeout\": 3601, \"retries\": -1, \"backoff\": \"soon\"}");
    read("{\"timeout\": {}, \"retries\": 11}");

    assertEquals(List.of("timeout is 3601, must be a number from 0 to 3600",
        "retries is -1, must be a number from 0 to 10",
        "backoff is \"soon\", must be a number from 0 to 3600",
        "timeout is {}, must be a number from 0 to 3600", "retries is 11, must be a number from 0 to 10"),
        errors.stream().map(Mistake::message).toList());
    assertEquals(Optional.of("1"), errors.getFirst().node());
  }

  private Patience read(String data) {
    Drawing drawing = new Drawing();
    drawing.node(drawing.add("Mix")).set("data", Stage.json(data));
    return PatienceReader.read(StoredGraph.of(drawing.graph()).nodes().getFirst(), errors);
  }
}
