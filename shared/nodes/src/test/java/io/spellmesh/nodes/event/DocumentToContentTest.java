package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class DocumentToContentTest {
  @Test
  void putsWhatDocumentsSayOneAfterTheOther() {
    assertEquals(TextNode.valueOf("one\n2\nthree\n"), Trial.of(new DocumentToContent())
        .given("documents", "[{'content':'one'},{'content':2},'three']").run().outputs().get("content"));
  }

  @Test
  void takesOneDocumentAloneAndNone() {
    assertEquals(TextNode.valueOf("one\n"), Trial.of(new DocumentToContent())
        .given("documents", "{'content':'one'}").run().outputs().get("content"));
    assertEquals("{'content':''}", Trial.of(new DocumentToContent()).outputsOfRun());
  }
}
