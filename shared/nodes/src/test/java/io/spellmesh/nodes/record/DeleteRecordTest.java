package io.spellmesh.nodes.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeleteRecordTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void takesTheRowsThatAreMeant() {
    web.json("[]");

    assertEquals("{'result':[]}", Trial.of(new DeleteRecord()).in(web).set("table", "people")
        .given("condition", "'id'").given("value", "7").outputsOfRun());
    assertEquals("DELETE /people?id=eq.7 return=representation", web.heard().get(1));
  }

  @Test
  void neverTakesAllRows() {
    assertEquals("input 'column': has no column, needs one and its value at 'value', to know which rows are meant",
        Trial.of(new DeleteRecord()).in(web).set("table", "people").given("value", "7").failure());
  }
}
