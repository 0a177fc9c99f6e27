package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentGetTest {
  @Test
  void givesADocumentWithItsContent() {
    assertEquals("{'output':{'id':'" + Archive.id(1) + "','title':'A title','content':'text','type':'note',"
        + "'isIncluded':true,'date':'1970-01-01T00:00:00Z'}}", Trial.of(new DocumentGet())
        .in(new Archive().with("text", Optional.empty())).given("id", "'" + Archive.id(1) + "'").outputsOfRun());
  }

  @Test
  void saysWhatIsNoId() {
    assertEquals("input 'id': got '7', needs a document that was set, or its id",
        Trial.of(new DocumentGet()).in(new Archive()).given("id", "7").failure());
    assertEquals("no document " + Archive.id(9), assertThrows(Failure.class, () ->
        Trial.of(new DocumentGet()).in(new Archive()).given("id", "{'id':'" + Archive.id(9) + "'}").run())
        .getMessage());
  }
}
