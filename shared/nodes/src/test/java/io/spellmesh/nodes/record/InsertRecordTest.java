package io.spellmesh.nodes.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InsertRecordTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void putsARowIntoTheTable() {
    web.json("[{'id':1,'name':'Ann'}]");

    assertEquals("{'result':[{'id':1,'name':'Ann'}]}", Trial.of(new InsertRecord()).in(web).set("table", "people")
        .given("data", "{'name':'Ann'}").outputsOfRun());
    assertEquals(List.of("records", "POST /people application/json return=representation {\"name\":\"Ann\"}"),
        web.heard());
  }

  @Test
  void takesRowsAsText() {
    web.json("[]");

    Trial.of(new InsertRecord()).in(web).set("table", "people").given("data", "'[{}]'").run();

    assertTrue(web.heard().get(1).endsWith(" [{}]"));
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals("has the table '', needs its name",
        Trial.of(new InsertRecord()).in(web).given("data", "{}").failure());
    assertEquals("has the table '../users', needs its name",
        Trial.of(new InsertRecord()).in(web).set("table", "../users").given("data", "{}").failure());
    assertEquals("input 'data': got 5, needs an object",
        Trial.of(new InsertRecord()).in(web).set("table", "people").given("data", "5").failure());
    web.reply(409, "application/json", "{\"code\":\"23505\",\"message\":\"duplicate key\"}");
    assertEquals("was answered with status 409: {\"code\":\"23505\",\"message\":\"duplicate key\"}",
        Trial.of(new InsertRecord()).in(web).set("table", "people").given("data", "{}").failure());
  }
}
