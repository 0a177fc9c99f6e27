package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class QueryPineconeTest {
  @AutoClose
  private final LoopbackWeb web = new LoopbackWeb();

  @Test
  void givesTheMatches() {
    web.json("{'matches':[{'id':'a','score':0.5}],'namespace':''}");

    assertEquals("{'result':[{'id':'a','score':0.5}]}",
        Trial.of(new QueryPinecone()).in(web).given("embedding", "[0.1,2]").set("max_count", "3").outputsOfRun());
    assertEquals(List.of("pinecone",
        "POST /query application/json {\"topK\":3,\"includeMetadata\":true,\"vector\":[0.1,2]}"), web.heard());
  }

  @Test
  void needsAnEmbedding() {
    assertEquals("input 'embedding': needs a value, and nothing is wired to it",
        Trial.of(new QueryPinecone()).in(web).failure());
  }
}
