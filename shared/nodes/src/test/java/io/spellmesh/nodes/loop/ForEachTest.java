package io.spellmesh.nodes.loop;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForEachTest {
  @Test
  void goesThroughTheListInOrder() {
    assertEquals(Result.iterate(List.of(json("3"), json("{'a':1}"), json("null")), 1),
        Trial.of(new ForEach()).given("array", "[3,{'a':1},null]").run());
  }

  @Test
  void goesThroughNothingWithoutAList() {
    assertEquals(Result.iterate(List.of(), 1), Trial.of(new ForEach()).run());
  }

  @Test
  void takesAsManyAtOnceAsItIsTold() {
    assertEquals(Result.iterate(List.of(), 7), Trial.of(new ForEach()).set("{'concurrency':'7'}").run());
  }

  @Test
  void refusesLessThanOneAndMoreThanAHundredAtOnce() {
    assertEquals("At once is out of range", Trial.of(new ForEach()).set("{'concurrency':0}").failure());
    assertEquals("At once is out of range", Trial.of(new ForEach()).set("{'concurrency':101}").failure());
  }

  @Test
  void refusesWhatIsNoList() {
    assertEquals("input 'array': got \"a,b\", needs a list", Trial.of(new ForEach()).given("array", "'a,b'").failure());
  }

  @Test
  void tellsTheEngineItsSockets() {
    assertEquals(new Role.Loop(ForEach.EACH, ForEach.ELEMENT, ForEach.INDEX, ForEach.DONE),
        new ForEach().spec().role());
  }
}
