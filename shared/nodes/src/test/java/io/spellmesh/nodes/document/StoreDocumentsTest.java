package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreDocumentsTest {
  private final Archive archive = new Archive();

  @Test
  void keepsATextWithItsEmbedding() {
    Trial.of(new StoreDocuments()).in(archive).set("type", "note").given("content", "'text'")
        .given("embedding", "[1,2]").given("date", "'2026-11-22'").run();

    assertEquals("text", archive.set().content());
    assertEquals(Optional.of("note"), archive.set().type());
    assertEquals(Optional.of(List.of(1.0, 2.0)), archive.set().embedding());
    assertEquals(Optional.of(Instant.parse("2026-11-22T00:00:00Z")), archive.set().date());
    assertEquals(Optional.of("run/1"), archive.set().key());
  }

  @Test
  void aWiredTypeWinsOverTheCard() {
    Trial.of(new StoreDocuments()).in(archive).set("type", "note").given("content", "'text'").given("type", "'fact'")
        .given("date", "''").run();

    assertEquals(Optional.of("fact"), archive.set().type());
    assertEquals(Optional.empty(), archive.set().date());
    assertEquals(Optional.empty(), archive.set().embedding());
  }

  @Test
  void keepsNothingOfNothing() {
    Trial.of(new StoreDocuments()).in(archive).given("content", "' '").run();

    assertEquals(List.of(), archive.questions());
  }
}
