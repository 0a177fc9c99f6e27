package io.spellmesh.document;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.document.Documents.By;
import io.spellmesh.contract.document.Documents.Document;
import io.spellmesh.contract.document.Documents.DocumentList;
import io.spellmesh.contract.document.Documents.DocumentPage;
import io.spellmesh.contract.document.Documents.Edit;
import io.spellmesh.contract.document.Documents.Found;
import io.spellmesh.contract.document.Documents.Many;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.contract.document.Documents.Search;
import io.spellmesh.contract.document.Documents.Some;
import io.spellmesh.contract.document.Documents.Which;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides about documents: what of them is placed, and when anew. */
final class DocumentHandler {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final PgDocumentTable documents;
  private final PgPassageSearch passages;
  private final Placing placing;

  DocumentHandler(PgDocumentTable documents, PgPassageSearch passages, Placing placing) {
    this.documents = documents;
    this.passages = passages;
    this.placing = placing;
  }

  Future<Document> set(Caller caller, NewDocument document) {
    return setAll(caller, List.of(document)).map(List::getFirst);
  }

  Future<DocumentList> setMany(Caller caller, Many many) {
    return setAll(caller, many.documents()).map(DocumentList::new);
  }

  private Future<List<Document>> setAll(Caller caller, List<NewDocument> all) {
    // Asked again after a crash, it is not placed again, which may cost.
    return documents.known(caller.user(), all.stream().flatMap(document -> document.key().stream()).toList())
        .compose(known -> {
          List<NewDocument> fresh = all.stream()
              .filter(document -> document.key().filter(known::contains).isEmpty()).toList();
          return cut(caller, fresh);
        })
        .compose(cut -> documents.insert(caller.user(), all, cut));
  }

  /** Their passages, those of all documents that have no embedding of their own placed together. */
  private Future<List<Cut>> cut(Caller caller, List<NewDocument> all) {
    List<List<String>> texts = all.stream().map(Passages::of).toList();
    List<String> toPlace = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).embedding().isEmpty()) {
        toPlace.addAll(texts.get(i));
      }
    }
    return placing.place(caller, toPlace).map(placed -> {
      List<Cut> cut = new ArrayList<>();
      int from = 0;
      for (int i = 0; i < all.size(); i++) {
        int size = texts.get(i).size();
        Optional<List<Double>> own = all.get(i).embedding();
        int begin = from;
        cut.add(new Cut(all.get(i), texts.get(i), own.map(embedding -> Placed.asGiven(embedding, size))
            .orElseGet(() -> placed.part(begin, begin + size))));
        from += own.isPresent() ? 0 : size;
      }
      return cut;
    });
  }

  Future<Document> get(Caller caller, Which which) {
    return require(caller.user(), which.document()).map(PgDocumentTable.Kept::document);
  }

  Future<DocumentPage> list(Caller caller, Some some) {
    return documents.list(caller.user(), some,
        Cursor.DOCUMENTS.read(some.page().after(), Long.MAX_VALUE), some.page().size());
  }

  Future<Document> edit(Caller caller, Edit edit) {
    return require(caller.user(), edit.document()).compose(kept -> {
      NewDocument before = kept.asNew();
      NewDocument after = edited(before, edit);
      if (Passages.of(before).equals(Passages.of(after))) {
        return documents.update(caller.user(), kept, after, Optional.empty());
      }
      return cut(caller, List.of(after))
          .compose(cut -> documents.update(caller.user(), kept, after, Optional.of(cut.getFirst())));
    });
  }

  private static NewDocument edited(NewDocument before, Edit edit) {
    return new NewDocument(edit.store().or(before::store), edit.title().or(before::title),
        edit.description().or(before::description), edit.keywords().or(before::keywords),
        edit.content().orElse(before.content()), edit.type().or(before::type), edit.included().or(before::included),
        before.date(), Optional.empty(), Optional.empty());
  }

  Future<Nothing> delete(Caller caller, Which which) {
    return documents.delete(caller.user(), which.document()).map(gone -> {
      if (!gone) {
        throw none(which.document());
      }
      return Nothing.NOTHING;
    });
  }

  Future<Found> search(Caller caller, Search search) {
    Optional<String> toPlace = search.text().filter(text -> !text.isBlank())
        .filter(_ -> search.near().isEmpty() && search.by().orElse(By.BOTH) != By.WORDS);
    Future<Optional<Placed>> place = toPlace
        .map(text -> placing.place(caller, List.of(text)).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(
            search.near().map(near -> Placed.asGiven(near, 1))));
    return place.compose(placed -> {
      boolean isLost = placed.filter(one -> one.count() == 0).isPresent();
      if (isLost && search.by().orElse(By.BOTH) == By.NEARNESS) {
        throw Failure.unavailable("the text cannot be placed now, search by words", SOON);
      }
      return passages.search(caller.user(), search, placed);
    }).map(Found::new);
  }

  private Future<PgDocumentTable.Kept> require(UUID owner, UUID document) {
    return documents.get(owner, document).map(found -> found.orElseThrow(() -> none(document)));
  }

  private static Failure none(UUID document) {
    return Failure.notFound("no document " + document);
  }
}
