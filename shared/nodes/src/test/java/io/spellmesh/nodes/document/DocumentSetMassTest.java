package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.nodes.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentSetMassTest {
  private final Archive archive = new Archive();

  @Test
  void keepsTextsAndObjectsEachUnderAKeyOfItsOwn() {
    Trial.of(new DocumentSetMass()).in(archive).given("storeId", "'library'").given("documents", "['one',"
        + "{'title':'T','content':'two','keywords':'k','date':'Sun, 22 Nov 2026 10:00:00 GMT','embedding':[1,0.5]},"
        + "{'description':'three','is_included':false,'date':1000}]").run();

    assertEquals(List.of("one", "two", "three"), archive.setMany().stream().map(NewDocument::content).toList());
    assertEquals(List.of("run/1/0", "run/1/1", "run/1/2"),
        archive.setMany().stream().map(document -> document.key().orElseThrow()).toList());
    NewDocument two = archive.setMany().get(1);
    assertEquals(Optional.of(Archive.STORE), two.store());
    assertEquals(Optional.of(Instant.parse("2026-11-22T10:00:00Z")), two.date());
    assertEquals(Optional.of(List.of(1.0, 0.5)), two.embedding());
    assertEquals(Optional.of(false), archive.setMany().get(2).included());
    assertEquals(Optional.of(Instant.ofEpochSecond(1)), archive.setMany().get(2).date());
  }

  @Test
  void makesTheStoreOnTheCardOnce() {
    for (int i = 0; i < 2; i++) {
      Trial.of(new DocumentSetMass()).in(archive).set("store_name", "feeds").given("documents", "'one'").run();
    }

    assertEquals(Optional.of(Archive.id(201)), archive.setMany().getFirst().store());
    assertEquals(5, archive.questions().size());
  }

  @Test
  void keepsNothingOfNothing() {
    Trial.of(new DocumentSetMass()).in(archive).set("store_name", "feeds").given("documents", "[]").run();

    assertEquals(List.of(), archive.questions());
  }

  @Test
  void saysWhichDateItCannotRead() {
    assertEquals("got the date 'yesterday', needs one such as 2026-11-22T10:00:00Z", Trial.of(new DocumentSetMass())
        .in(archive).given("documents", "[{'content':'a','date':'yesterday'}]").failure());
  }
}
