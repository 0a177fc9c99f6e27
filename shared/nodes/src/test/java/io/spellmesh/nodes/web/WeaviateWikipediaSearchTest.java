package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WeaviateWikipediaSearchTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  private Trial asking(String keyword) {
    return Trial.of(new WeaviateWikipediaSearch()).in(web).value("keyword", TextNode.valueOf(keyword));
  }

  @Test
  void givesTheNearestParagraphs() {
    web.json("{'data':{'Get':{'Paragraph':[{'title':'Ada','content':'c'}]}}}");

    Result result = asking("a \"quoted\" }").run();

    assertEquals("{result=[{\"title\":\"Ada\",\"content\":\"c\"}]}", result.outputs().toString());
    assertEquals(List.of("success"), result.fired().orElseThrow());
    assertEquals(List.of("weaviate", "POST /v1/graphql application/json {\"query\":\"{ Get { Paragraph(nearText: "
        + "{concepts: [\\\"a \\\\\\\"quoted\\\\\\\" }\\\"]}, limit: 3) { title content } } }\"}"), web.heard());
  }

  @Test
  void firesErrorIfThereIsNone() {
    web.json("{'data':{'Get':{'Paragraph':[]}}}");

    assertEquals(Result.nothing().firing("error"), asking("x").run());
  }

  @Test
  void saysWhatWasRefused() {
    web.json("{'errors':[{'message':'no such class'}]}");

    assertEquals("was refused: no such class", asking("x").failure());
  }
}
