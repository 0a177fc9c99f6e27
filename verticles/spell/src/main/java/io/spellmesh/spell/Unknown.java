package io.spellmesh.spell;

import io.spellmesh.contract.Failure;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is said of things that are not there; word for word the same of things that are another user's. */
final class Unknown {
  private Unknown() {}

  static Failure spell(UUID spell) {
    return Failure.notFound("no spell " + spell);
  }

  static Failure project(UUID project) {
    return Failure.notFound("no project " + project);
  }

  static Failure version(UUID spell, int version, int newest) {
    return Failure.notFound("spell " + spell + " has no version " + version + ", its newest is " + newest);
  }

  /** What was found, or else what is to be said. */
  static <T> Future<T> unless(Optional<T> found, Supplier<Failure> otherwise) {
    return found.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(otherwise.get()));
  }
}
