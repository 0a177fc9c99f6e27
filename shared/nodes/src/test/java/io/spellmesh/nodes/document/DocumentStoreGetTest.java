package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class DocumentStoreGetTest {
  @Test
  void givesTheStoreOfThatName() {
    assertEquals("{'output':{'id':'" + Archive.STORE + "','name':'library','documents':3}}",
        Trial.of(new DocumentStoreGet()).in(new Archive()).given("name", "'library'").outputsOfRun());
  }

  @Test
  void takesAnIdAndAStoreAsItWasGiven() {
    Archive archive = new Archive();

    Trial.of(new DocumentStoreGet()).in(archive).given("name", "'" + Archive.STORE + "'").run();
    Trial.of(new DocumentStoreGet()).in(archive).given("name", "{'id':'" + Archive.STORE + "'}").run();

    assertEquals(archive.questions().getFirst(), archive.questions().getLast());
    assertTrue(archive.question().toString().contains("id=Optional[" + Archive.STORE + "]"));
  }

  @Test
  void saysWhatIsNoStore() {
    assertEquals("got no name, needs the name or the id of a document store",
        Trial.of(new DocumentStoreGet()).in(new Archive()).given("name", "' '").failure());
    assertEquals("no document store 'attic'", assertThrows(Failure.class,
        () -> Trial.of(new DocumentStoreGet()).in(new Archive()).given("name", "'attic'").run()).getMessage());
  }
}
