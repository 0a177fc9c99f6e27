package io.spellmesh.completion;

import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Text;
import io.vertx.core.Future;
import java.util.function.Consumer;

/** Who makes completions. Futures fail with a {@link io.spellmesh.contract.Failure}. */
public interface CompletionProvider {

  /** @param pieces of the answer, in order, as they come */
  Future<Completed> text(Text question, Consumer<String> pieces, Future<Void> stopped);

  /** @param pieces of the answer, in order, as they come */
  Future<Completed> chat(Chat question, Consumer<String> pieces, Future<Void> stopped);

  Future<Embedded> embeddings(Embed question);
}
