package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TryCatchTest {
  @Test
  void triesOnceWithItsInput() {
    assertEquals(List.of(TextNode.valueOf("a")), Trial.of(new TryCatch()).given("input", "'a'").run()
        .iterations().orElseThrow().elements());
    assertEquals(List.of(NullNode.getInstance()),
        Trial.of(new TryCatch()).run().iterations().orElseThrow().elements());
  }

  @Test
  void catchesAtCatch() {
    assertEquals(Optional.of(TryCatch.CAUGHT), ((Role.Loop) new TryCatch().spec().role()).caught());
  }
}
