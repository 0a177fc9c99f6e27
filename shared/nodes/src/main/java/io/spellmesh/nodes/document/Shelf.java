package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.document.DocumentStores;
import io.spellmesh.contract.document.DocumentStores.NewStore;
import io.spellmesh.contract.document.DocumentStores.Store;
import io.spellmesh.contract.document.DocumentStores.Which;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.Optional;
import java.util.UUID;

/** Stores of documents as spells name them: by id, by name, or as they were given. */
final class Shelf {
  static final Input<JsonNode> STORE = Input.any("storeId").of(SocketType.STRING).named("store")
      .help("Which store, by its id or name, or as Document Store Get gives it.");

  private Shelf() {}

  /** The store at the socket; empty if nothing is there. */
  static Optional<UUID> wired(NodeRun run) {
    return run.find(STORE).flatMap(Shelf::which).map(which ->
        which.id().orElseGet(() -> run.ask(DocumentStores.GET, which).id()));
  }

  /** What a value names; empty if it names nothing. */
  static Optional<Which> which(JsonNode value) {
    String named = Values.text(value.isObject() ? value.path("id") : value).strip();
    return named.isEmpty() ? Optional.empty() : Optional.of(Texts.asId(named).map(Which::of)
        .orElseGet(() -> Texts.fitting(() -> Which.named(named))));
  }

  /** The store of that name, made if there is none. */
  static UUID named(NodeRun run, String name) {
    try {
      return run.ask(DocumentStores.CREATE, Texts.fitting(() -> new NewStore(name))).id();
    } catch (Failure failure) {
      if (failure.code() != FailureCode.CONFLICT) {
        throw failure;
      }
      Store known = run.ask(DocumentStores.GET, Which.named(name));
      return known.id();
    }
  }
}
