package io.spellmesh.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.DocumentStores.NewStore;
import io.spellmesh.contract.document.DocumentStores.Store;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Document;
import io.spellmesh.contract.document.Documents.Edit;
import io.spellmesh.contract.document.Documents.Many;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.contract.document.Documents.Which;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DocumentVerticleIT {
  @AutoClose
  private final Library library = Library.open(Map.of("document.max-stores", "3", "document.max-documents", "6",
      "document.max-characters", "2000000"));

  private final UUID ann = UUID.randomUUID();
  private final UUID eve = UUID.randomUUID();

  @Test
  void givesBackAllThatWasSet() {
    Store store = library.ask(ann, DocumentStores.CREATE, new NewStore("Travels"));
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");

    Document set = library.set(ann, new NewDocument(Optional.of(store.id()), Optional.of("Map 東京"),
        Optional.of("of a town"), Optional.of("town, streets"), "# North\n\nIt is north.", Optional.of("Guide"),
        Optional.of(false), Optional.of(noon), Optional.empty(), Optional.empty()));

    assertEquals(set, library.ask(ann, Documents.GET, new Which(set.id())));
    assertEquals(new Document(set.id(), Optional.of(store.id()), Optional.of("Map 東京"), Optional.of("of a town"),
        Optional.of("town, streets"), Optional.of("# North\n\nIt is north."), Optional.of("guide"), false, noon, 1, 1),
        set);
    assertEquals(1, library.ask(ann, DocumentStores.GET, DocumentStores.Which.named("Travels")).documents());
  }

  @Test
  void storesAreFoundByNameAndIdAndGoWithAllThatLiesInThem() {
    Store first = library.ask(ann, DocumentStores.CREATE, new NewStore("one"));
    Store second = library.ask(ann, DocumentStores.CREATE, new NewStore("two"));
    library.set(ann, Library.in(Optional.of(first.id()), "in the first"));
    library.set(ann, Library.in(Optional.of(second.id()), "in the second"));

    assertEquals("there is a document store 'one' already",
        library.failure(ann, DocumentStores.CREATE, new NewStore("one")).getMessage());
    assertEquals(List.of("one", "two"), library.ask(ann, DocumentStores.LIST, Page.first())
        .items().stream().map(Store::name).toList());
    library.ask(ann, DocumentStores.DELETE, DocumentStores.Which.of(first.id()));
    assertEquals("no document store 'one'",
        library.failure(ann, DocumentStores.GET, DocumentStores.Which.named("one")).getMessage());
    assertEquals(1, library.list(ann, Optional.empty()).size());
    assertEquals(1, library.list(ann, Optional.of(second.id())).size());
  }

  @Test
  void listsTheNewestFirstPageByPageWithoutContents() {
    IntStream.range(0, 5).forEach(i -> library.set(ann, titled("title " + i)));

    List<Document> all = library.list(ann, Optional.empty());

    assertEquals(List.of("title 4", "title 3", "title 2", "title 1", "title 0"),
        all.stream().map(document -> document.title().orElseThrow()).toList());
    assertTrue(all.stream().allMatch(document -> document.content().isEmpty()));
    Failure strange = library.failure(ann, Documents.LIST, new Documents.Some(Optional.empty(), Optional.empty(),
        new Page(Optional.empty(), Optional.of("s1"))));
    assertEquals(FailureCode.BAD_REQUEST, strange.code());
  }

  @Test
  void setsOnceUnderOneKeyAndPlacesOnce() {
    NewDocument keyed = keyed("north", "run/1");

    Document first = library.set(ann, keyed);

    assertEquals(first, library.set(ann, keyed));
    assertEquals(List.of(1), library.placed());
    assertTrue(!first.id().equals(library.set(eve, keyed).id()));
    assertEquals(1, library.list(ann, Optional.empty()).size());
  }

  @Test
  void setsManyOrNone() {
    Store store = library.ask(ann, DocumentStores.CREATE, new NewStore("one"));
    NewDocument known = keyed("known", "k");
    Document before = library.set(ann, known);

    List<Document> set = library.ask(ann, Documents.SET_MANY, new Many(List.of(known,
        Library.in(Optional.of(store.id()), "x".repeat(150_000)), Library.saying("north")))).items();

    assertEquals(before, set.getFirst());
    assertEquals(List.of(1, 150, 1), set.stream().map(Document::passages).toList());
    assertEquals(List.of(1, 100, 51), library.placed());
    Failure unknown = library.failure(ann, Documents.SET_MANY,
        new Many(List.of(Library.saying("good"), Library.in(Optional.of(eve), "of nowhere"))));
    assertEquals("no document store '" + eve + "'", unknown.getMessage());
    assertEquals(3, library.list(ann, Optional.empty()).size());
  }

  @Test
  void editsWhatIsNamedAndPlacesAnewOnlyWhatReadsDifferently() {
    Document set = library.set(ann, titled("old"));
    Store store = library.ask(ann, DocumentStores.CREATE, new NewStore("one"));

    Document moved = library.ask(ann, Documents.EDIT, new Edit(set.id(), Optional.of(store.id()), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false)));
    assertEquals(List.of(1), library.placed());
    Document edited = library.ask(ann, Documents.EDIT, new Edit(set.id(), Optional.empty(), Optional.of("new"),
        Optional.empty(), Optional.empty(), Optional.of("y".repeat(2_500)), Optional.empty(), Optional.of(true)));

    assertEquals(Optional.of(store.id()), moved.store());
    assertEquals(set.content(), moved.content());
    assertEquals(Optional.of("new"), edited.title());
    assertEquals(4, edited.passages());
    assertEquals(edited, library.ask(ann, Documents.GET, new Which(set.id())));
    assertEquals(List.of("new"), library.search(ann, Library.about("NEW", Documents.By.WORDS)));
    assertEquals(List.of(), library.search(ann, Library.about("old", Documents.By.WORDS)));
  }

  @Test
  void documentsAreTheirOwnersAlone() {
    Store store = library.ask(ann, DocumentStores.CREATE, new NewStore("one"));
    Document secret = library.set(ann, Library.in(Optional.of(store.id()), "a secret north"));
    String none = "no document " + secret.id();

    assertEquals(none, library.failure(eve, Documents.GET, new Which(secret.id())).getMessage());
    assertEquals(none, library.failure(eve, Documents.DELETE, new Which(secret.id())).getMessage());
    assertEquals(none, library.failure(eve, Documents.EDIT, new Edit(secret.id(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of("taken"), Optional.empty(), Optional.empty())).getMessage());
    assertEquals(FailureCode.NOT_FOUND,
        library.failure(eve, Documents.SET, Library.in(Optional.of(store.id()), "intruder")).code());
    assertEquals(FailureCode.NOT_FOUND,
        library.failure(eve, DocumentStores.DELETE, DocumentStores.Which.named("one")).code());
    assertEquals(List.of(), library.search(eve, Library.about("secret north", Documents.By.BOTH)));
    assertEquals(List.of(), library.list(eve, Optional.empty()));

    library.ask(ann, Documents.DELETE, new Which(secret.id()));
    assertEquals(none, library.failure(ann, Documents.GET, new Which(secret.id())).getMessage());
  }

  @Test
  void saysWhenThereIsNoMoreRoom() {
    for (int i = 0; i < 3; i++) {
      library.ask(ann, DocumentStores.CREATE, new NewStore("store " + i));
    }
    assertEquals("there are 3 document stores, which is all one may have; delete one",
        library.failure(ann, DocumentStores.CREATE, new NewStore("more")).getMessage());

    List<NewDocument> seven = IntStream.range(0, 7).mapToObj(i -> Library.saying("text " + i)).toList();
    assertEquals("it would be 7 documents, one may have 6; delete some",
        library.failure(ann, Documents.SET_MANY, new Many(seven)).getMessage());
    library.ask(ann, Documents.SET_MANY, new Many(seven.subList(0, 5)));
    library.set(eve, Library.saying("z".repeat(1_000_000)));
    library.set(eve, Library.saying("z".repeat(1_000_000)));
    Failure full = library.failure(eve, Documents.SET, Library.saying("z"));
    assertEquals(FailureCode.TOO_MANY, full.code());
    assertEquals("it would be 2000001 characters of documents, one may have 2000000; delete some", full.getMessage());
  }

  @Test
  void refusesWhatCannotBeKept() {
    for (String content : List.of("", " \n", "a\u0000b", "x".repeat(Documents.LONGEST_CONTENT + 1))) {
      assertThrows(IllegalArgumentException.class, () -> Library.saying(content));
    }
    assertThrows(IllegalArgumentException.class, () -> new NewStore(" "));
    assertThrows(IllegalArgumentException.class, () -> new Many(List.of()));
    assertThrows(IllegalArgumentException.class,
        () -> new DocumentStores.Which(Optional.of(ann), Optional.of("both")));
  }

  private static NewDocument titled(String title) {
    return new NewDocument(Optional.empty(), Optional.of(title), Optional.empty(), Optional.empty(), "content",
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static NewDocument keyed(String content, String key) {
    return new NewDocument(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), content,
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(key));
  }
}
