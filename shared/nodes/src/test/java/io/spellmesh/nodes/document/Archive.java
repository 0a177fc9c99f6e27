package io.spellmesh.nodes.document;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.DocumentStores.NewStore;
import io.spellmesh.contract.document.DocumentStores.Store;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Document;
import io.spellmesh.contract.document.Documents.DocumentList;
import io.spellmesh.contract.document.Documents.Edit;
import io.spellmesh.contract.document.Documents.Found;
import io.spellmesh.contract.document.Documents.Hit;
import io.spellmesh.contract.document.Documents.Many;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.contract.document.Documents.Search;
import io.spellmesh.engine.node.Capabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The document room, as a node sees it: it keeps what it is given, and finds all of it. */
final class Archive implements Capabilities {
  static final UUID STORE = new UUID(0, 100);
  private final List<Object> questions = new ArrayList<>();
  private final Map<UUID, Document> kept = new LinkedHashMap<>();
  private final Map<String, UUID> stores = new LinkedHashMap<>(Map.of("library", STORE));

  /** The ids that it gives are 1, 2, 3, … in hexadecimal. */
  static UUID id(int number) {
    return new UUID(0, number);
  }

  Archive with(String content, Optional<String> description) {
    UUID id = id(kept.size() + 1);
    kept.put(id, new Document(id, Optional.empty(), Optional.of("A title"), description, Optional.empty(),
        Optional.of(content), Optional.of("note"), true, Instant.EPOCH, 1, 1));
    return this;
  }

  /** The last that was asked. */
  Object question() {
    return questions.getLast();
  }

  NewDocument set() {
    return (NewDocument) question();
  }

  List<NewDocument> setMany() {
    return ((Many) question()).documents();
  }

  Edit edit() {
    return (Edit) question();
  }

  Search search() {
    return (Search) question();
  }

  List<Object> questions() {
    return questions;
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    questions.add(question);
    try {
      return CompletableFuture.completedFuture(operation.answer().cast(answer(operation, question)));
    } catch (Failure failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Object answer(Operation<?, ?> operation, Object question) {
    return switch (question) {
      case NewStore store -> {
        if (stores.putIfAbsent(store.name(), id(200 + stores.size())) != null) {
          throw Failure.conflict("there is a document store already");
        }
        yield store(store.name());
      }
      case DocumentStores.Which which -> store(which.name().orElseGet(() -> stores.keySet().iterator().next()));
      case NewDocument document -> keep(document);
      case Many many -> new DocumentList(many.documents().stream().map(this::keep).toList());
      case Documents.Which which -> operation == Documents.GET ? require(which.document()) : gone(which.document());
      case Edit edit -> require(edit.document());
      case Search search -> new Found(kept.values().stream().limit(search.count().orElseThrow())
          .map(document -> new Hit(document, "a passage", Optional.of(0.5))).toList());
      default -> throw new AssertionError("asked " + question);
    };
  }

  private Store store(String name) {
    return Optional.ofNullable(stores.get(name)).map(id -> new Store(id, name, Instant.EPOCH, 3))
        .orElseThrow(() -> Failure.notFound("no document store '" + name + "'"));
  }

  private Document keep(NewDocument document) {
    with(document.content(), document.description());
    return kept.get(id(kept.size()));
  }

  private Document require(UUID id) {
    return Optional.ofNullable(kept.get(id)).orElseThrow(() -> Failure.notFound("no document " + id));
  }

  private Nothing gone(UUID id) {
    require(id);
    kept.remove(id);
    return Nothing.NOTHING;
  }
}
