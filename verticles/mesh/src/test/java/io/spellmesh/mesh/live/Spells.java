package io.spellmesh.mesh.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.mesh.attack.Sketch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/** Files of spells whose runs take as long as a test wants, and say as much. */
final class Spells {
  private Spells() {}

  /** The input "Input" becomes the output "Output". */
  static JsonNode echo() throws IOException {
    try (InputStream file = Spells.class.getResourceAsStream("/spells/echo.spell.json")) {
      return Wire.read(file.readAllBytes(), JsonNode.class);
    }
  }

  /** Goes on when there is a file. */
  static ObjectNode gated(Path gate) {
    return Sketch.withEnds().node("gate", "Gate", Map.of("path", gate.toString()))
        .wire("in", "trigger", "gate", "trigger").wire("gate", "trigger", "out", "trigger")
        .wire("gate", "output", "out", "input").file("gated");
  }

  /** So many times one after the other a step that streams pieces. */
  static ObjectNode ticking(int times, int pieces, int size, int millis) {
    return Sketch.withEnds().node("loop", "For Each", Map.of())
        .node("list", "Array Variable", Map.of("_var", "x,".repeat(times - 1) + "x", "splitter", ","))
        .node("tick", "Ticking", Map.of("pieces", pieces, "size", size, "millis", millis))
        .wire("in", "trigger", "loop", "act1").wire("list", "output", "loop", "array")
        .wire("loop", "act", "tick", "trigger").wire("loop", "done", "out", "trigger")
        .wire("tick", "output", "out", "input").file("ticking");
  }
}
