package io.spellmesh.nodes.completion;

import io.spellmesh.contract.Operation;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.contract.completion.Completions.Usage;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The completion room, as a node sees it that asks several times; the rest of the world is another's. */
final class Replying implements Capabilities {
  private final Capabilities world;
  private final Deque<Completed> replies = new ArrayDeque<>();
  private final List<Chat> asked = new ArrayList<>();

  Replying(Capabilities world) {
    this.world = world;
  }

  Replying says(String text) {
    replies.add(new Completed(text, Optional.empty(), "openai", "m", Optional.empty()));
    return this;
  }

  /** The same, from a server that counts. */
  Replying says(String text, Usage usage, Optional<Double> cost) {
    replies.add(new Completed(text, Optional.empty(), "openai", "m", Optional.of(usage)).costing(cost));
    return this;
  }

  Replying calls(String text, ToolCall... calls) {
    replies.add(new Completed(text, Optional.empty(), "openai", "m", Optional.empty(), Optional.of(List.of(calls))));
    return this;
  }

  List<Chat> asked() {
    return asked;
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    return world.ask(operation, question);
  }

  @Override
  public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
    return world.http(ask);
  }

  @Override
  public <Q, A> CompletableFuture<A> stream(StreamingOperation<Q, A> operation, Q question, Consumer<String> pieces) {
    asked.add((Chat) question);
    Completed reply = replies.remove();
    pieces.accept(reply.text());
    return CompletableFuture.completedFuture(operation.operation().answer().cast(reply));
  }
}
