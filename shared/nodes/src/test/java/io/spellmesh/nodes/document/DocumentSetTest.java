package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentSetTest {
  private final Archive archive = new Archive();

  @Test
  void keepsADocumentInTheStoreOfThatName() {
    setting().given("storeId", "'library'").given("title", "'T'").given("description", "'about'")
        .given("content", "'text'").given("isIncluded", "'false'").run();

    NewDocument set = archive.set();
    assertEquals(Optional.of(Archive.STORE), set.store());
    assertEquals("text", set.content());
    assertEquals(Optional.of("about"), set.description());
    assertEquals(Optional.of(false), set.included());
    assertEquals(Optional.of("run/1"), set.key());
  }

  @Test
  void withoutAContentTheDescriptionIsWhatItSays() {
    String id = setting().given("description", "'all there is'").run().outputs().get("output").get("id").textValue();

    assertEquals(Archive.id(1).toString(), id);
    assertEquals("all there is", archive.set().content());
    assertEquals(Optional.empty(), archive.set().description());
    assertEquals(Optional.empty(), archive.set().store());
    assertEquals(Optional.empty(), archive.set().included());
  }

  @Test
  void saysThatNothingCannotBeKept() {
    assertEquals("content is empty", setting().given("title", "'T'").failure());
  }

  private Trial setting() {
    return Trial.of(new DocumentSet()).in(archive);
  }
}
