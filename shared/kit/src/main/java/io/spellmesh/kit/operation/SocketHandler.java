package io.spellmesh.kit.operation;

import io.spellmesh.contract.Caller;
import io.vertx.core.Future;

/** Answers what a browser asks through a socket of this process. */
@FunctionalInterface
public interface SocketHandler<Q, A> {
  /** @param socket id of the socket: where the question came from, not who asks */
  Future<A> answer(Caller caller, String socket, Q question);
}
