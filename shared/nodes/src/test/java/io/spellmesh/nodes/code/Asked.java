package io.spellmesh.nodes.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A sandbox that a test answers for; the real one is the runner's, and its tests call real functions. */
record Asked(Function<CodeAsk, JsonNode> sandbox, ObjectNode state, List<ObjectNode> changes)
    implements Capabilities {

  Asked(Function<CodeAsk, JsonNode> sandbox) {
    this(sandbox, JsonNodeFactory.instance.objectNode());
  }

  Asked(Function<CodeAsk, JsonNode> sandbox, ObjectNode state) {
    this(sandbox, state, new ArrayList<>());
  }

  @Override
  public CompletableFuture<ObjectNode> state(String spell) {
    return CompletableFuture.completedFuture(state);
  }

  @Override
  public CompletableFuture<ObjectNode> change(String spell, StateChange change, String key) {
    changes.add(change.values());
    return CompletableFuture.completedFuture(change.applyTo(state));
  }


  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    return CompletableFuture.failedFuture(new NodeFailure(FailureCode.UNAVAILABLE, "asks " + operation.address()));
  }

  @Override
  public CompletableFuture<JsonNode> code(CodeAsk ask, BiConsumer<String, String> log) {
    log.accept("info", "called");
    return CompletableFuture.completedFuture(sandbox.apply(ask));
  }
}
