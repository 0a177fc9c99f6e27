package io.spellmesh.gateway.rest;

import io.vertx.core.Future;
import java.util.Optional;

/** What a route does with a request. */
@FunctionalInterface
public interface Action {

  /** The answer; empty if the action has written it itself, or is still writing it. */
  Future<Optional<Answer>> answer(Request request);
}
