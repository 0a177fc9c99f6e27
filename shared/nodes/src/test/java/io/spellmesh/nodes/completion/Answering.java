package io.spellmesh.nodes.completion;

import io.spellmesh.contract.Operation;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Call;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Completions.Usage;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** The completion room, as a node sees it, saying what the test tells it to. */
final class Answering implements Capabilities {
  private final Completed answer;
  private final Function<String, List<Double>> place;
  private final List<Object> questions = new ArrayList<>();

  private Answering(Completed answer, Function<String, List<Double>> place) {
    this.answer = answer;
    this.place = place;
  }

  static Answering saying(String text) {
    return new Answering(completed(text, Optional.empty(), "openai"), any -> List.of());
  }

  static Answering offline(String text) {
    return new Answering(completed(text, Optional.empty(), Completions.OFFLINE), any -> List.of());
  }

  static Answering calling(String name, String arguments) {
    return new Answering(completed("", Optional.of(new Call(name, arguments)), "openai"), any -> List.of());
  }

  static Answering placing(Function<String, List<Double>> place) {
    return new Answering(completed("", Optional.empty(), "openai"), place);
  }

  /** As a server that counts says it: 1,000 tokens and 500, for half a dollar. */
  Answering counting() {
    return new Answering(new Completed(answer.text(), answer.call(), answer.provider(), answer.model(),
        Optional.of(new Usage(1_000, 500)), answer.calls(), Optional.of(0.5)), place);
  }

  private static Completed completed(String text, Optional<Call> call, String provider) {
    return new Completed(text, call, provider, "m", Optional.empty());
  }

  /** The one text it was asked to continue. */
  Text text() {
    return (Text) only();
  }

  /** The one conversation it was asked to go on with. */
  Chat chat() {
    return (Chat) only();
  }

  /** The one thing it was asked. */
  Object only() {
    if (questions.size() != 1) {
      throw new AssertionError("asked " + questions);
    }
    return questions.getFirst();
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    questions.add(question);
    return CompletableFuture.completedFuture(operation.answer().cast(
        new Embedded(((Embed) question).texts().stream().map(place).toList(), answer.provider(), "m", answer.usage(),
            answer.cost())));
  }

  @Override
  public <Q, A> CompletableFuture<A> stream(StreamingOperation<Q, A> operation, Q question,
      Consumer<String> pieces) {
    questions.add(question);
    for (String piece : answer.text().split("(?<= )")) {
      pieces.accept(piece);
    }
    return CompletableFuture.completedFuture(operation.operation().answer().cast(answer));
  }
}
