package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GithubIssueSearchTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesTitlesAndAddresses() {
    web.json("{'total_count':1,'items':[{'title':'It breaks','html_url':'http://github.test/1'}]}");

    assertEquals("{'object':{'total_count':1,'items':[{'title':'It breaks','html_url':'http://github.test/1'}]},"
        + "'output':'It breaks http://github.test/1'}",
        Trial.of(new GithubIssueSearch()).in(web).given("query", "'repo:a/b is:open'").outputsOfRun());
    assertEquals(List.of("github", "GET /search/issues?q=repo%3Aa%2Fb%20is%3Aopen"), web.heard());
  }
}
