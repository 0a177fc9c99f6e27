package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.document.Documents.By;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchDocumentsTest {
  @Test
  void givesPassagesFoundByWordsAndMeaning() {
    Archive archive = new Archive().with("a longer text", Optional.empty());

    assertEquals("{'output':[{'id':'" + Archive.id(1) + "','title':'A title','content':'a passage','type':'note',"
        + "'isIncluded':true,'date':'1970-01-01T00:00:00Z','nearness':0.5}]}", Trial.of(new SearchDocuments())
        .in(archive).given("searchStr", "'text'").given("storeId", "'library'").set("max_count", "3").outputsOfRun());
    assertEquals(Optional.of("text"), archive.search().text());
    assertEquals(Optional.of(By.BOTH), archive.search().by());
    assertEquals(Optional.of(Archive.STORE), archive.search().store());
    assertEquals(Optional.of(3), archive.search().count());
  }

  @Test
  void needsAText() {
    assertEquals("input 'text': needs a value, and nothing is wired to it",
        Trial.of(new SearchDocuments()).in(new Archive()).failure());
  }
}
