package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentEditTest {
  @Test
  void changesWhatIsWired() {
    Archive archive = new Archive().with("text", Optional.of("about it"));

    editing(archive).given("keywords", "'k'").given("description", "'about'").given("isIncluded", "false")
        .given("storeId", "'library'").run();

    assertEquals(Optional.of("about"), archive.edit().description());
    assertEquals(Optional.of("k"), archive.edit().keywords());
    assertEquals(Optional.of(false), archive.edit().included());
    assertEquals(Optional.of(Archive.STORE), archive.edit().store());
    assertEquals(Optional.empty(), archive.edit().content());
    assertEquals(Optional.empty(), archive.edit().title());
  }

  @Test
  void theDescriptionIsTheContentWhereThereIsNoOther() {
    Archive archive = new Archive().with("text", Optional.empty());

    editing(archive).given("description", "'other text'").run();

    assertEquals(Optional.of("other text"), archive.edit().content());
    assertEquals(Optional.empty(), archive.edit().description());
  }

  private static Trial editing(Archive archive) {
    return Trial.of(new DocumentEdit()).in(archive).given("documentId", "'" + Archive.id(1) + "'");
  }
}
