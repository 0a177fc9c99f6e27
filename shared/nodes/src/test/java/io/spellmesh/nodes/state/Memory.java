package io.spellmesh.nodes.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.nodes.Trial;
import java.util.concurrent.CompletableFuture;

/** State for as long as a test lasts. */
final class Memory implements Capabilities {
  private ObjectNode state;

  Memory(String json) {
    state = (ObjectNode) Trial.json(json);
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    return CompletableFuture.failedFuture(new NodeFailure(FailureCode.UNAVAILABLE, "asks " + operation.address()));
  }

  @Override
  public CompletableFuture<ObjectNode> state(String spell) {
    return CompletableFuture.completedFuture(state);
  }

  @Override
  public CompletableFuture<ObjectNode> change(String spell, StateChange change, String key) {
    state = change.applyTo(state);
    return state(spell);
  }

  @Override
  public String toString() {
    return state.toString().replace('"', '\'');
  }
}
