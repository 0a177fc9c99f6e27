package io.spellmesh.nodes.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.web.LoopbackWeb;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UpsertRecordTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void writesOverARowWithTheSameKey() {
    web.json("[{'id':1}]");

    assertEquals("{'result':[{'id':1}]}", Trial.of(new UpsertRecord()).in(web).set("table", "people")
        .given("data", "{'id':1}").outputsOfRun());
    assertEquals("POST /people application/json resolution=merge-duplicates,return=representation {\"id\":1}",
        web.heard().get(1));
  }
}
