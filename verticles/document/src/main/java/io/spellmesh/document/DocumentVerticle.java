package io.spellmesh.document;

import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.List;

/** Keeps documents: serves {@link Documents} and {@link DocumentStores}. */
public final class DocumentVerticle extends VerticleBase {
  private final Member member;

  public DocumentVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    DocumentConfig config = member.settings().section("document", DocumentConfig.class);
    return member.database().migrate("document").compose(_ -> serve(config));
  }

  private Future<?> serve(DocumentConfig config) {
    Pool pool = member.database().pool();
    StoreHandler stores = new StoreHandler(new PgStoreTable(pool), config);
    DocumentHandler documents = new DocumentHandler(new PgDocumentTable(pool, config), new PgPassageSearch(pool),
        new Placing(member.mesh()));
    Serving serving = member.serving();
    return Future.all(List.of(
        serving.serve(DocumentStores.CREATE, stores::create),
        serving.serve(DocumentStores.GET, stores::get),
        serving.serve(DocumentStores.LIST, stores::list),
        serving.serve(DocumentStores.DELETE, stores::delete),
        serving.serve(Documents.SET, documents::set),
        serving.serve(Documents.SET_MANY, documents::setMany),
        serving.serve(Documents.GET, documents::get),
        serving.serve(Documents.LIST, documents::list),
        serving.serve(Documents.EDIT, documents::edit),
        serving.serve(Documents.DELETE, documents::delete),
        serving.serve(Documents.SEARCH, documents::search)));
  }
}
