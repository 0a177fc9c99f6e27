package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SearchMetaphorTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesPagesAndALineForEach() {
    web.json("{'results':[{'title':'A','url':'http://a.test/'}]}");

    assertEquals("{'results':[{'title':'A','url':'http://a.test/'}],'message':'A http://a.test/'}",
        Trial.of(new SearchMetaphor()).in(web).given("query", "'a'").outputsOfRun());
    assertEquals(List.of("metaphor",
        "POST /search application/json {\"query\":\"a\",\"numResults\":10,\"useAutoprompt\":true}"), web.heard());
  }
}
