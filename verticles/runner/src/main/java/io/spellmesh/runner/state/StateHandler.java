package io.spellmesh.runner.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.run.States;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.engine.node.NodeFailure;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Shows people what spells remember of them, and lets them change it. */
public final class StateHandler {
  private final MeshClient mesh;
  private final StateStore states;

  public StateHandler(MeshClient mesh, StateStore states) {
    this.mesh = mesh;
    this.states = states;
  }

  public Future<States.State> get(Caller caller, States.Which which) {
    return first(caller, which.spell()).compose(first ->
        states.read(caller.user(), which.spell()).map(kept -> told(kept.orElse(first))));
  }

  public Future<States.State> put(Caller caller, States.Put put) {
    return change(caller, put.spell(), (_, state) -> put.name()
        .map(name -> state.deepCopy().<ObjectNode>set(name, put.value()))
        .orElseGet(() -> (ObjectNode) put.value()));
  }

  /** All is not to have no row: a run under way would then put back what it read before. */
  public Future<States.State> forget(Caller caller, States.Forget forget) {
    return change(caller, forget.spell(), (first, state) ->
        forget.name().map(name -> state.deepCopy().<ObjectNode>without(name)).orElse(first));
  }

  /** @param change of what a spell begins with and what is kept now, makes what is kept from now on */
  private Future<States.State> change(Caller caller, UUID spell,
      BiFunction<ObjectNode, ObjectNode, ObjectNode> change) {
    return first(caller, spell)
        .compose(first -> states.change(caller.user(), spell, state -> change.apply(first, state), first))
        .map(this::told)
        .recover(error -> Future.failedFuture(error instanceof NodeFailure
            ? new Failure(FailureCode.UNPROCESSABLE, "this " + error.getMessage()) : error));
  }

  /** Fails with NOT_FOUND for a spell that is not the caller's. */
  private Future<ObjectNode> first(Caller caller, UUID spell) {
    return mesh.ask(Spells.FIRST_STATE, new Spells.Which(spell, Optional.empty()), caller.token())
        .map(first -> first.state().orElseGet(JsonNodeFactory.instance::objectNode));
  }

  private States.State told(ObjectNode values) {
    return new States.State(values, StateStore.bytes(values.toString()), states.mostBytes());
  }
}
