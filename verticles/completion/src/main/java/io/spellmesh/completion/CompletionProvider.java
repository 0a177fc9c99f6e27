package io.spellmesh.completion;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Text;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Who makes completions. Futures fail with a {@link Failure}. */
public interface CompletionProvider {

  /** Continues a text; as the words of a user, where a provider holds conversations alone. */
  default Future<Completed> text(Text question, Asking asking) {
    return chat(new Chat(List.of(new Message(Role.USER, question.prompt())), question.sampling(), Optional.empty()),
        asking);
  }

  Future<Completed> chat(Chat question, Asking asking);

  Future<Embedded> embeddings(Embed question, Asking asking);
}
