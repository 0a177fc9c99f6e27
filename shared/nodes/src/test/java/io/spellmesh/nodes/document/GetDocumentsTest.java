package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GetDocumentsTest {
  private final Archive archive = new Archive().with("one", Optional.empty());

  @Test
  void givesWhatIsNearestToAnEmbedding() {
    assertEquals(1, Trial.of(new GetDocuments()).in(archive).given("embedding", "[1,2]").given("type", "'fact'")
        .set("type", "note").run().outputs().get("documents").size());
    assertEquals(Optional.of(List.of(1.0, 2.0)), archive.search().near());
    assertEquals(Optional.of("fact"), archive.search().type());
    assertEquals(Optional.of(6), archive.search().count());
  }

  @Test
  void givesTheNewestWithoutOne() {
    Trial.of(new GetDocuments()).in(archive).given("embedding", "[]").run();

    assertEquals(Optional.empty(), archive.search().near());
    assertEquals(Optional.empty(), archive.search().type());
    assertEquals(Optional.empty(), archive.search().text());
  }

  @Test
  void saysWhatIsNoEmbedding() {
    assertEquals("got \"x\", needs a list",
        Trial.of(new GetDocuments()).in(archive).given("embedding", "'x'").failure());
  }
}
