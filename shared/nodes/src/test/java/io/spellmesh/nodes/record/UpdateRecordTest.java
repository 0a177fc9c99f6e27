package io.spellmesh.nodes.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UpdateRecordTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void changesTheRowsThatAreMeant() {
    web.json("[{'id':'a b'}]");

    assertEquals("{'result':[{'id':'a b'}]}", updating().given("condition", "'id'").given("value", "'a b&c'")
        .outputsOfRun());
    assertEquals("PATCH /people?id=eq.a%20b%26c application/json return=representation {\"name\":\"Bob\"}",
        web.heard().get(1));
  }

  @Test
  void neverChangesAllRows() {
    assertEquals("input 'column': has no column, needs one and its value at 'value', to know which rows are meant",
        updating().given("condition", "''").failure());
    assertEquals("input 'value': needs a value, and nothing is wired to it",
        updating().given("condition", "'id'").failure());
    assertEquals("has the column 'or=(id', needs its name",
        updating().given("condition", "'or=(id'").given("value", "'1'").failure());
    assertEquals(List.of(), web.heard());
  }

  private Trial updating() {
    return Trial.of(new UpdateRecord()).in(web).set("table", "people").given("data", "{'name':'Bob'}");
  }
}
