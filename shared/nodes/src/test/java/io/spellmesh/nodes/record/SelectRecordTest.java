package io.spellmesh.nodes.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SelectRecordTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesTheRowsThatAreMeantWithTheColumnsThatAreWired() {
    web.json("[{'a':1}]");

    assertEquals("{'result':[{'a':1}]}", selecting().given("columns", "['a','b c']").given("condition", "'id'")
        .given("value", "'x'").outputsOfRun());
    assertEquals("GET /people?select=a,b%20c&id=eq.x&limit=100", web.heard().get(1));
  }

  @Test
  void givesEveryColumnOfAnyRowOtherwise() {
    web.json("[]").json("[]");

    selecting().run();
    selecting().given("columns", "'a, b'").set("limit", "5").run();

    assertEquals(List.of("GET /people?select=*&limit=100", "GET /people?select=a,b&limit=5"),
        web.heard().stream().filter(line -> line.startsWith("GET")).toList());
  }

  private Trial selecting() {
    return Trial.of(new SelectRecord()).in(web).set("table", "people");
  }
}
