package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.stream.StreamingOperation;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a run's host lets bodies do in the world, with the rights of the run's user. The futures fail with a
 * {@link io.spellmesh.contract.Failure} or a {@link NodeFailure}; one that is cancelled stops what was begun,
 * as far as that can be stopped.
 */
public interface Capabilities {

  /** Of a host that is cut off from the world. */
  Capabilities NONE = new Capabilities() {
    @Override
    public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
      return cutOff(operation);
    }
  };

  /** Asks an operation of the mesh. */
  <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question);

  /**
   * Runs a function in a sandbox of its own, apart from the run's strand.
   *
   * @param log hears what the function logs as level and line, while it runs, from another thread
   * @return what the function returned, or what its promise came to; null where JSON has no word for it
   */
  default CompletableFuture<JsonNode> code(CodeAsk ask, BiConsumer<String, String> log) {
    return CompletableFuture.failedFuture(
        new NodeFailure(FailureCode.UNAVAILABLE, "runs code, which cannot be run here"));
  }

  /**
   * Asks an operation of the mesh that tells its answer while it makes it.
   *
   * @param pieces is given the parts one after the other, all before the answer; what it throws ends the ask
   */
  default <Q, A> CompletableFuture<A> stream(StreamingOperation<Q, A> operation, Q question,
      Consumer<String> pieces) {
    return cutOff(operation.operation());
  }

  /** What a spell remembers for the run's user, from its earlier runs and this one. @param spell its id */
  default CompletableFuture<ObjectNode> state(String spell) {
    return CompletableFuture.failedFuture(
        new NodeFailure(FailureCode.UNAVAILABLE, "reads state, which is not kept here"));
  }

  /**
   * Changes what a spell remembers, for good.
   *
   * @param key of the step; done once, however often it is asked for
   * @return the state after it
   */
  default CompletableFuture<ObjectNode> change(String spell, StateChange change, String key) {
    return CompletableFuture.failedFuture(
        new NodeFailure(FailureCode.UNAVAILABLE, "writes state, which is not kept here"));
  }

  /** Sends a request to the web. The answer is one whatever its status. */
  default CompletableFuture<HttpAnswer> http(HttpAsk ask) {
    return CompletableFuture.failedFuture(
        new NodeFailure(FailureCode.UNAVAILABLE, "sends a request to the web, which is not reached from here"));
  }

  /** The account that a connector signs for; no body sees its key. @return its address, in lower case */
  default CompletableFuture<String> account(String connector) {
    return CompletableFuture.failedFuture(
        new NodeFailure(FailureCode.UNAVAILABLE, "needs an account of " + connector + ", of which there is none here"));
  }

  /** Signs for a connector's account. @param digest 32 bytes */
  default CompletableFuture<Signature> sign(String connector, byte[] digest) {
    return CompletableFuture.failedFuture(
        new NodeFailure(FailureCode.UNAVAILABLE, "signs for " + connector + ", which nobody does here"));
  }

  private static <A> CompletableFuture<A> cutOff(Operation<?, A> operation) {
    return CompletableFuture.failedFuture(new NodeFailure(FailureCode.UNAVAILABLE,
        "asks " + operation.address() + ", which cannot be asked here"));
  }
}
