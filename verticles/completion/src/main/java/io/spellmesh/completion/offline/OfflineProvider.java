package io.spellmesh.completion.offline;

import io.spellmesh.completion.CompletionProvider;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Answers without a language model, the same to the same question; the answer's provider says so. */
public final class OfflineProvider implements CompletionProvider {
  private static final String RESPONDER = "offline-responder";
  private static final String HASHES = "offline-hashes";
  private static final Pattern WORD_AND_SPACE = Pattern.compile("\\S+\\s*|\\s+");

  @Override
  public Future<Completed> text(Text question, Consumer<String> pieces, Future<Void> stopped) {
    return told(Responder.answer(LastWords.ofPrompt(question.prompt())), question.sampling(), pieces);
  }

  @Override
  public Future<Completed> chat(Chat question, Consumer<String> pieces, Future<Void> stopped) {
    String said = question.messages().stream().filter(message -> message.role() == Role.USER)
        .map(Message::content).reduce("", (_, last) -> last);
    return told(Responder.answer(LastWords.ofPrompt(said)), question.sampling(), pieces);
  }

  private static Future<Completed> told(String answer, Optional<Sampling> sampling, Consumer<String> pieces) {
    String whole = cut(answer, sampling.orElse(Sampling.USUAL));
    WORD_AND_SPACE.matcher(whole).results().forEach(word -> pieces.accept(word.group()));
    return Future.succeededFuture(
        new Completed(whole, Optional.empty(), Completions.OFFLINE, RESPONDER, Optional.empty()));
  }

  /** Where a model would have ended: before a stop, or after as many words as it may have tokens. */
  private static String cut(String answer, Sampling sampling) {
    String whole = answer;
    for (String stop : sampling.stop().orElse(List.of())) {
      int end = whole.indexOf(stop);
      whole = end < 0 ? whole : whole.substring(0, end);
    }
    StringBuilder words = new StringBuilder();
    WORD_AND_SPACE.matcher(whole).results().limit(sampling.maxTokens().orElse(Integer.MAX_VALUE))
        .forEach(word -> words.append(word.group()));
    return words.toString().stripTrailing();
  }

  @Override
  public Future<Embedded> embeddings(Embed question) {
    return Future.succeededFuture(new Embedded(
        question.texts().stream().map(HashedWords::embedding).toList(), Completions.OFFLINE, HASHES));
  }
}
