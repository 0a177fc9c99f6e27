package io.spellmesh.completion;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a question is asked.
 *
 * @param model     as the provider names it
 * @param otherwise what may be asked in its place by a provider that does not know it
 * @param key       of the user, or else of the operator
 * @param pieces    takes those of the answer, in order, as they come
 * @param stopped   completes when nobody wants the answer any more
 */
public record Asking(String model, Optional<String> otherwise, Optional<String> key, Consumer<String> pieces, Future<Void> stopped) {

  /** As this one, of the model in its place. */
  public Optional<Asking> instead() {
    return otherwise.map(other -> new Asking(other, Optional.empty(), key, pieces, stopped));
  }

  /** Without the key, which no log may show. */
  @Override
  public String toString() {
    return "Asking[model=" + model + "]";
  }
}
