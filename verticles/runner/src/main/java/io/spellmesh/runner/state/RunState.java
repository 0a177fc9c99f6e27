package io.spellmesh.runner.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.StateChange;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * State as one run sees it: read when it is first used, and from then on changed by nobody else, as far as the
 * run can see. Belongs to the run's context.
 */
public final class RunState {
  private final StateStore store;
  private final UUID user;
  private final Function<UUID, Future<ObjectNode>> first;
  private final Map<UUID, Future<ObjectNode>> known = new HashMap<>();

  /** @param first what a spell remembers of whom it has never run for */
  public RunState(StateStore store, UUID user, Function<UUID, Future<ObjectNode>> first) {
    this.store = store;
    this.user = user;
    this.first = first;
  }

  public CompletableFuture<ObjectNode> read(UUID spell) {
    return state(spell).toCompletionStage().toCompletableFuture();
  }

  private Future<ObjectNode> state(UUID spell) {
    return known.computeIfAbsent(spell, any -> store.read(user, spell)
        .compose(kept -> kept.map(Future::succeededFuture).orElseGet(() -> first.apply(spell))))
        .onFailure(_ -> known.remove(spell));
  }

  public CompletableFuture<ObjectNode> change(UUID spell, String step, StateChange change) {
    return state(spell).compose(before -> store.change(user, spell, step, change, before))
        .onSuccess(state -> known.put(spell, Future.succeededFuture(state)))
        .toCompletionStage().toCompletableFuture();
  }
}
