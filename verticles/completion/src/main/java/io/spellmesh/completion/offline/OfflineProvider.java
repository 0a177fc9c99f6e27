package io.spellmesh.completion.offline;

import io.spellmesh.completion.Asking;
import io.spellmesh.completion.CompletionProvider;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Call;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Completions.Tool;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers without a language model, the same to the same question; the answer's provider says so. */
public final class OfflineProvider implements CompletionProvider {
  public static final String MODEL = "offline-responder";
  private static final String HASHES = "offline-hashes";
  private static final Pattern WORD_AND_SPACE = Pattern.compile("\\S+\\s*|\\s+");

  @Override
  public Future<Completed> text(Text question, Asking asking) {
    return told(Responder.answer(LastWords.ofPrompt(question.prompt())), question.sampling(), asking);
  }

  @Override
  public Future<Completed> chat(Chat question, Asking asking) {
    Message last = question.messages().getLast();
    if (last.role() == Role.TOOL) {
      return told("I was told: " + last.content(), question.sampling(), asking);
    }
    String said = LastWords.ofPrompt(question.messages().stream().filter(message -> message.role() == Role.USER)
        .map(Message::content).reduce("", (_, latest) -> latest));
    if (question.schema().isPresent()) {
      return told(Wire.text(Specimen.of(question.schema().get(), said)), Optional.empty(), asking);
    }
    return wanted(question.tools().orElse(List.of()), said).map(tool -> called(tool, said))
        .orElseGet(() -> told(Responder.answer(said), question.sampling(), asking));
  }

  /** A tool that the words name is what they want. */
  private static Optional<Tool> wanted(List<Tool> tools, String said) {
    String words = said.toLowerCase(Locale.ROOT);
    return tools.stream().filter(tool -> words.contains(tool.name().toLowerCase(Locale.ROOT))).findFirst();
  }

  private static Future<Completed> called(Tool tool, String said) {
    String arguments = Wire.text(Specimen.of(tool.parameters(), said));
    return Future.succeededFuture(new Completed("", Optional.of(new Call(tool.name(), arguments)),
        Completions.OFFLINE, MODEL, Optional.empty(),
        Optional.of(List.of(new ToolCall("call-1", tool.name(), arguments)))));
  }

  private static Future<Completed> told(String answer, Optional<Sampling> sampling, Asking asking) {
    String whole = cut(answer, sampling.orElse(Sampling.USUAL));
    WORD_AND_SPACE.matcher(whole).results().forEach(word -> asking.pieces().accept(word.group()));
    return Future.succeededFuture(
        new Completed(whole, Optional.empty(), Completions.OFFLINE, MODEL, Optional.empty()));
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
  public Future<Embedded> embeddings(Embed question, Asking asking) {
    return Future.succeededFuture(new Embedded(
        question.texts().stream().map(HashedWords::embedding).toList(), Completions.OFFLINE, HASHES));
  }
}
