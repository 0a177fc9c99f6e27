package io.spellmesh.kit.operation;

import io.spellmesh.contract.Caller;
import io.vertx.core.Future;
import java.util.function.Consumer;

/** Answers a streaming operation. */
@FunctionalInterface
public interface StreamHandler<Q, A> {
  /**
   * @param pieces  takes parts of the answer, on the context this was called on; what comes after a stop is
   *                dropped
   * @param stopped completes when nobody wants the answer any more, and never fails
   * @return the whole
   */
  Future<A> answer(Caller caller, Q question, Consumer<String> pieces, Future<Void> stopped);
}
