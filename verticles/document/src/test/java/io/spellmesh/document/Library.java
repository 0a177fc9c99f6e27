package io.spellmesh.document;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.document.Documents.Document;
import io.spellmesh.contract.document.Documents.Hit;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.contract.document.Documents.Search;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The document room beside a completion room that places texts where the test can foretell it. */
final class Library implements AutoCloseable {
  private final TestMember member;
  private final List<Integer> placed = new CopyOnWriteArrayList<>();
  private volatile boolean isAway;
  private volatile String model = "compass";

  private Library(TestMember member) {
    this.member = member;
  }

  static Library open(Map<String, String> settings) {
    Library library = new Library(TestMember.start(settings));
    Waiting.await(library.member.member().serving().serve(Completions.EMBEDDINGS,
        (_, question) -> library.embedded(question)));
    library.member.deploy(new DocumentVerticle(library.member.member()));
    return library;
  }

  private Future<Embedded> embedded(Embed question) {
    if (isAway) {
      return Future.failedFuture(Failure.unavailable("the model is away", Duration.ofSeconds(1)));
    }
    placed.add(question.texts().size());
    return Future.succeededFuture(
        new Embedded(question.texts().stream().map(Library::direction).toList(), "test", model));
  }

  /** North and east, by how often a text says so. */
  private static List<Double> direction(String text) {
    return List.of((double) text.split("north", -1).length - 1, (double) text.split("east", -1).length - 1, 0.1);
  }

  void sendModelAway() {
    isAway = true;
  }

  void changeModel() {
    model = "sextant";
  }

  /** How many texts each question had that the model was asked. */
  List<Integer> placed() {
    return List.copyOf(placed);
  }

  <Q, A> A ask(UUID user, Operation<Q, A> operation, Q question) {
    return Waiting.await(member.ask(user, operation, question));
  }

  <Q, A> Failure failure(UUID user, Operation<Q, A> operation, Q question) {
    return Waiting.failureOf(member.ask(user, operation, question));
  }

  Document set(UUID user, NewDocument document) {
    return ask(user, Documents.SET, document);
  }

  List<String> search(UUID user, Search search) {
    return ask(user, Documents.SEARCH, search).items().stream().map(Hit::passage).toList();
  }

  List<Document> list(UUID user, Optional<UUID> store) {
    List<Document> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Documents.DocumentPage page = ask(user, Documents.LIST, new Documents.Some(store, Optional.empty(),
          new Page(Optional.of(2), after)));
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  static NewDocument saying(String content) {
    return in(Optional.empty(), content);
  }

  static NewDocument in(Optional<UUID> store, String content) {
    return new NewDocument(store, Optional.empty(), Optional.empty(), Optional.empty(), content, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Search about(String text, Documents.By by) {
    return new Search(Optional.of(text), Optional.of(by), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public void close() {
    member.close();
  }
}
