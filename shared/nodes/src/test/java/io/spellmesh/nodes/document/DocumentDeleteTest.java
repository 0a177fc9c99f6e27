package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentDeleteTest {
  @Test
  void takesADocumentAwayAndDoesNotMindIfItIsGone() {
    Archive archive = new Archive().with("text", Optional.empty());
    Trial first = Trial.of(new DocumentDelete()).in(archive).given("docId", "'" + Archive.id(1) + "'");
    Trial second = Trial.of(new DocumentDelete()).in(archive).given("docId", "{'id':'" + Archive.id(1) + "'}");

    first.run();
    second.run();

    assertEquals(List.of(), first.lines());
    assertEquals(List.of("info: there was no such document"), second.lines());
  }

  @Test
  void saysWhatIsNoDocument() {
    assertEquals("input 'docId': got 'x', needs a document that was set, or its id",
        Trial.of(new DocumentDelete()).in(new Archive()).given("docId", "'x'").failure());
  }
}
