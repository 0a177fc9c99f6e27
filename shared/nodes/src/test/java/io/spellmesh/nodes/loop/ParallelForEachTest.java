package io.spellmesh.nodes.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelForEachTest {
  @Test
  void goesThroughTheListWithManyAtOnce() {
    assertEquals(Result.iterate(List.of(TextNode.valueOf("a"), TextNode.valueOf("b")), 10),
        Trial.of(new ParallelForEach()).given("array", "['a','b']").run());
    assertEquals(Result.iterate(List.of(), 3),
        Trial.of(new ParallelForEach()).set("concurrency", "3").run());
  }
}
