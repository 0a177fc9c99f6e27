package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WikipediaSummaryTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private Trial asking(String keyword) {
    return Trial.of(new WikipediaSummary()).in(web).given("keyword", "'" + keyword + "'");
  }

  @Test
  void givesTheBeginningOfThePage() {
    web.json("{'title':'Ada Lovelace','extract':'A mathematician.'}");

    Result result = asking(" Ada Lovelace/Byron").run();

    assertEquals("{result=\"A mathematician.\"}", result.outputs().toString());
    assertEquals(List.of("success"), result.fired().orElseThrow());
    assertEquals(List.of("wikipedia", "GET /api/rest_v1/page/summary/Ada_Lovelace%2FByron"), web.heard());
  }

  @Test
  void firesErrorIfThereIsNoPage() {
    web.reply(404, "application/json", "{}");

    assertEquals(Result.nothing().firing("error"), asking("nobody").run());
  }

  @Test
  void failsIfTheServiceDoes() {
    web.reply(500, "text/plain", "").reply(200, "text/html", "<p>");

    assertEquals("was answered with status 500", asking("Ada").failure());
    assertEquals("was answered with what is no JSON", asking("Ada").failure());
  }
}
