package io.spellmesh.runner.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.StateChange;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * State as one run sees it: read when it is first used, and from then on changed by nobody else, as far as the
 * run can see. Belongs to the run's context.
 */
public final class RunState {
  private final StateStore store;
  private final UUID user;
  private final Map<UUID, Future<ObjectNode>> known = new HashMap<>();

  public RunState(StateStore store, UUID user) {
    this.store = store;
    this.user = user;
  }

  public CompletableFuture<ObjectNode> read(UUID spell) {
    return known.computeIfAbsent(spell, any -> store.read(user, spell))
        .onFailure(_ -> known.remove(spell)).toCompletionStage().toCompletableFuture();
  }

  public CompletableFuture<ObjectNode> change(UUID spell, String step, StateChange change) {
    return store.change(user, spell, step, change)
        .onSuccess(state -> known.put(spell, Future.succeededFuture(state)))
        .toCompletionStage().toCompletableFuture();
  }
}
