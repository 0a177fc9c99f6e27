package io.spellmesh.document;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.document.DocumentStores.NewStore;
import io.spellmesh.contract.document.DocumentStores.Store;
import io.spellmesh.contract.document.DocumentStores.StorePage;
import io.spellmesh.contract.document.DocumentStores.Which;
import io.vertx.core.Future;

/** Whose stores are whose. */
final class StoreHandler {
  private final PgStoreTable stores;
  private final DocumentConfig config;

  StoreHandler(PgStoreTable stores, DocumentConfig config) {
    this.stores = stores;
    this.config = config;
  }

  Future<Store> create(Caller caller, NewStore store) {
    return stores.insert(caller.user(), store.name(), config.maxStores());
  }

  Future<Store> get(Caller caller, Which which) {
    return stores.get(caller.user(), which).map(found -> found.orElseThrow(() -> none(which)));
  }

  Future<StorePage> list(Caller caller, Page page) {
    return stores.list(caller.user(), Cursor.STORES.read(page.after(), 0), page.size());
  }

  Future<Nothing> delete(Caller caller, Which which) {
    return stores.delete(caller.user(), which).map(gone -> {
      if (!gone) {
        throw none(which);
      }
      return Nothing.NOTHING;
    });
  }

  private static Failure none(Which which) {
    return Failure.notFound("no document store '"
        + which.name().orElseGet(() -> which.id().orElseThrow().toString()) + "'");
  }
}
