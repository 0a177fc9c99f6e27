package io.spellmesh.gateway.rest;

import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.gateway.HttpConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Documents and their stores. */
final class DocumentRoutes {
  private static final String MISSING = "there is no document '{id}'";
  private static final String MISSING_STORE = "there is no document store '{id}'";
  /** A connection on which nothing comes for a minute is closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(55);
  private static final Parameter<UUID> STORE = Parameter.id("store", "id of a document store");
  private static final Parameter<String> TYPE = Parameter.text("type", "what kind of document");

  /** What is absent stays as it is. */
  record Change(Optional<UUID> store, Optional<String> title, Optional<String> description,
      Optional<String> keywords, Optional<String> content, Optional<String> type, Optional<Boolean> included) {}

  private DocumentRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.get("/api/document-stores", "The caller's document stores, oldest first")
            .takes(Parameter.LIMIT, Parameter.AFTER)
            .answers(DocumentStores.LIST, Request::page),
        Route.post("/api/document-stores", "Makes a document store")
            .takes(DocumentStores.NewStore.class, config.maxBody())
            .creates(DocumentStores.CREATE, request -> request.body(DocumentStores.NewStore.class),
                store -> Optional.of("/api/document-stores/" + store.id())),
        Route.get("/api/document-stores/{id}", "A document store").missing(MISSING_STORE)
            .answers(DocumentStores.GET, request -> DocumentStores.Which.of(request.id())),
        Route.delete("/api/document-stores/{id}", "Takes a document store away, with all that lies in it")
            .missing(MISSING_STORE)
            .does(DocumentStores.DELETE, request -> DocumentStores.Which.of(request.id())),
        Route.get("/api/documents", "The caller's documents without their contents, newest first")
            .takes(STORE, TYPE, Parameter.LIMIT, Parameter.AFTER)
            .answers(Documents.LIST, request ->
                new Documents.Some(request.query(STORE), request.query(TYPE), request.page())),
        Route.post("/api/documents", "Keeps a document")
            .takes(Documents.NewDocument.class, config.maxSpellBody())
            .creates(Documents.SET.withPatience(PATIENCE), request -> request.body(Documents.NewDocument.class),
                document -> Optional.of("/api/documents/" + document.id())),
        Route.post("/api/documents/many", "Keeps many documents, all or none")
            .takes(Documents.Many.class, config.maxSpellBody())
            .creates(Documents.SET_MANY.withPatience(PATIENCE), request -> request.body(Documents.Many.class),
                _ -> Optional.empty()),
        Route.post("/api/documents/search", "Passages of documents, by words and by nearness")
            .takes(Documents.Search.class, config.maxBody())
            .answers(Documents.SEARCH, request -> request.body(Documents.Search.class)),
        Route.get("/api/documents/{id}", "A document").missing(MISSING)
            .answers(Documents.GET, request -> new Documents.Which(request.id())),
        Route.put("/api/documents/{id}", "Changes a document").missing(MISSING)
            .takes(Change.class, config.maxSpellBody())
            .answers(Documents.EDIT.withPatience(PATIENCE), DocumentRoutes::edit),
        Route.delete("/api/documents/{id}", "Takes a document away").missing(MISSING)
            .does(Documents.DELETE, request -> new Documents.Which(request.id())));
  }

  private static Documents.Edit edit(Request request) {
    Change change = request.body(Change.class);
    return new Documents.Edit(request.id(), change.store, change.title, change.description, change.keywords,
        change.content, change.type, change.included);
  }
}
