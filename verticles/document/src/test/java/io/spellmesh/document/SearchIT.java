package io.spellmesh.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.By;
import io.spellmesh.contract.document.Documents.Document;
import io.spellmesh.contract.document.Documents.Hit;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.contract.document.Documents.Search;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SearchIT {
  @AutoClose
  private final Library library = Library.open(Map.of());

  private final UUID ann = UUID.randomUUID();

  @Test
  void findsByWordsWhateverTheirCase() {
    library.set(ann, Library.saying("Die Äpfel sind reif"));
    library.set(ann, Library.saying("Birnen & Äpfel | Quitten"));
    library.set(ann, Library.saying("nichts davon"));

    assertEquals(List.of("Birnen & Äpfel | Quitten", "Die Äpfel sind reif"),
        library.search(ann, Library.about("ÄPFEL quitten ';--", By.WORDS)));
    assertEquals(List.of(), library.search(ann, Library.about("!!", By.WORDS)));
  }

  @Test
  void findsByNearness() {
    library.set(ann, Library.saying("north north"));
    library.set(ann, Library.saying("north east"));
    library.set(ann, Library.saying("east east"));

    assertEquals(List.of("east east", "north east", "north north"),
        library.search(ann, Library.about("east", By.NEARNESS)));
    List<Hit> near = library.ask(ann, Documents.SEARCH, new Search(Optional.of("east"), Optional.of(By.BOTH),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(0.9), Optional.empty(), Optional.empty()))
        .items();
    assertEquals(List.of("east east"), near.stream().map(Hit::passage).toList());
    assertEquals(1, near.getFirst().nearness().orElseThrow(), 0.01);
  }

  @Test
  void wordsAndNearnessTogetherPutFirstWhatHasBoth() {
    library.set(ann, Library.saying("north star"));
    library.set(ann, Library.saying("a star in the east"));
    library.set(ann, Library.saying("east east"));

    assertEquals("a star in the east", library.search(ann, Library.about("east star", By.BOTH)).getFirst());
  }

  @Test
  void findsWhatLiesNearAnEmbeddingThatIsGiven() {
    library.set(ann, placed("up", List.of(0.0, 2.0)));
    library.set(ann, placed("right", List.of(3.0, 0.0)));
    library.set(ann, placed("of another space", List.of(3.0, 0.0, 0.0)));

    assertEquals(List.of("right", "up"), library.search(ann, new Search(Optional.empty(), Optional.empty(),
        Optional.of(List.of(1.0, 0.5)), Optional.empty(), Optional.of("Place"), Optional.empty(), Optional.empty(),
        Optional.empty())));
  }

  @Test
  void findsTheNewestWhereNothingIsSaid() {
    library.set(ann, Library.saying("first"));
    library.set(ann, Library.saying("second"));

    assertEquals(List.of("second"), library.search(ann, new Search(Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(1))));
  }

  @Test
  void passesOverWhatIsNotIncludedUnlessAllIsAskedFor() {
    library.set(ann, new NewDocument(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        "north of here", Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty()));

    assertEquals(List.of(), library.search(ann, Library.about("north", By.BOTH)));
    assertEquals(List.of("north of here"), library.search(ann, new Search(Optional.of("north"), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty())));
  }

  @Test
  void findsByWordsWhileTextsCannotBePlaced() {
    library.sendModelAway();

    Document kept = library.set(ann, Library.saying("north of here"));

    assertEquals(0, kept.placed());
    assertEquals(List.of("north of here"), library.search(ann, Library.about("north", By.BOTH)));
    assertEquals(FailureCode.UNAVAILABLE,
        library.failure(ann, Documents.SEARCH, Library.about("north", By.NEARNESS)).code());
  }

  @Test
  void comparesOnlyWhatOneModelPlaced() {
    library.set(ann, Library.saying("north of here"));
    library.changeModel();
    library.set(ann, Library.saying("far to the north"));

    assertEquals(List.of("far to the north"), library.search(ann, Library.about("north", By.NEARNESS)));
    assertTrue(library.search(ann, Library.about("north", By.BOTH)).contains("north of here"));
  }

  private static NewDocument placed(String content, List<Double> embedding) {
    return new NewDocument(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), content,
        Optional.of("place"), Optional.empty(), Optional.empty(), Optional.of(embedding), Optional.empty());
  }
}
