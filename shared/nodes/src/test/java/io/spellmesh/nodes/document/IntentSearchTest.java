package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntentSearchTest {
  @Test
  void givesTheNearestIntent() {
    Archive archive = new Archive().with("greeting", Optional.empty());

    assertEquals("{'output':'a passage'}", Trial.of(new IntentSearch()).in(archive).given("embedding", "[1,2]")
        .set("threshold", "0.5").outputsOfRun());
    assertEquals(Optional.of("intent"), archive.search().type());
    assertEquals(Optional.of(0.5), archive.search().atLeast());
    assertEquals(Optional.of(1), archive.search().count());
  }

  @Test
  void aWiredThresholdWinsAndNothingIsGivenOfNothing() {
    Archive archive = new Archive();

    assertEquals("{}", Trial.of(new IntentSearch()).in(archive).given("embedding", "[1,2]").given("threshold", "'0.9'")
        .outputsOfRun());
    assertEquals(Optional.of(0.9), archive.search().atLeast());
  }

  @Test
  void needsAnEmbeddingAndAThresholdInRange() {
    assertEquals("got an embedding without numbers, needs one that was created of a text",
        Trial.of(new IntentSearch()).in(new Archive()).given("embedding", "[]").failure());
    assertEquals("atLeast is 2.0, must be -1 to 1", Trial.of(new IntentSearch()).in(new Archive())
        .given("embedding", "[1]").given("threshold", "2").failure());
  }
}
