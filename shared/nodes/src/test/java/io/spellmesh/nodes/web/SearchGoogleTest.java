package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SearchGoogleTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesWhatThePagesSayAndWhereTheyAre() {
    web.json("{'items':[{'title':'A','link':'http://a.test/','snippet':'about\\na'},"
        + "{'title':'B','link':'http://b.test/','snippet':'about b'}]}").json("{}");

    assertEquals("{'summary':'about a\\nabout b','links':'http://a.test/\\nhttp://b.test/'}",
        Trial.of(new SearchGoogle()).in(web).given("query", "'a & b'").outputsOfRun());
    assertEquals(List.of("google", "GET /customsearch/v1?q=a%20%26%20b"), web.heard());
    assertEquals("{'summary':'','links':''}",
        Trial.of(new SearchGoogle()).in(web).given("query", "'none'").outputsOfRun());
  }

  @Test
  void saysWhatTheServiceRefusesItFor() {
    web.reply(403, "application/json", "{\"error\":{\"message\":\"quota\"}}");

    assertEquals("was answered with status 403: {\"error\":{\"message\":\"quota\"}}",
        Trial.of(new SearchGoogle()).in(web).given("query", "'a'").failure());
  }
}
